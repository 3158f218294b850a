//! Iterative proportional fitting (also known as RAS or raking): the table nearest to a first guess
//! that adds up to given rows and columns.
//!
//! Rows and columns are scaled in turn until both agree. A zero in the guess stays zero.
//! Deming and Stephan (1940), <https://doi.org/10.1214/aoms/1177731829>.

const ROUNDS_MAX: usize = 100_000;
const CLOSE_ENOUGH: f64 = 1e-9;

/// Scales `table` in place; gives how far the row that fits worst is from its sum, the columns being met.
pub(super) fn fit(table: &mut [Vec<f64>], rows: &[f64], columns: &[f64]) -> f64 {
    let mut off = f64::INFINITY;
    for _ in 0..ROUNDS_MAX {
        for (row, wanted) in table.iter_mut().zip(rows) {
            let sum: f64 = row.iter().sum();
            row.iter_mut().for_each(|cell| *cell *= if sum > 0.0 { wanted / sum } else { 0.0 });
        }
        for (column, wanted) in columns.iter().enumerate() {
            let sum: f64 = table.iter().map(|row| row[column]).sum();
            table.iter_mut().for_each(|row| row[column] *= if sum > 0.0 { wanted / sum } else { 0.0 });
        }
        off = table.iter().zip(rows).map(|(row, wanted)| (row.iter().sum::<f64>() - wanted).abs()).fold(0.0, f64::max);
        if off < CLOSE_ENOUGH {
            break;
        }
    }
    off
}

#[cfg(test)]
mod tests {
    use super::fit;

    /// Independent margins and an even guess give the product: 0.6 × 0.7 = 0.42, and so on.
    #[test]
    fn an_even_guess_becomes_the_product_of_the_margins() {
        let mut table = vec![vec![1.0, 1.0], vec![1.0, 1.0]];
        assert!(fit(&mut table, &[0.6, 0.4], &[0.7, 0.3]) < 1e-9);
        let wanted = [[0.42, 0.18], [0.28, 0.12]];
        for (row, wanted) in table.iter().zip(wanted) {
            row.iter().zip(wanted).for_each(|(cell, wanted)| assert!((cell - wanted).abs() < 1e-9));
        }
    }

    /// Row 1 may only use column 2, which has 0.3 for its 0.4: nothing fits, and it says by how much.
    #[test]
    fn a_zero_stays_zero_and_what_cannot_fit_is_told() {
        let mut table = vec![vec![1.0, 1.0], vec![0.0, 1.0]];
        let off = fit(&mut table, &[0.6, 0.4], &[0.7, 0.3]);
        assert_eq!(table[1][0], 0.0);
        assert!(off > 0.09, "{off}");
    }
}
