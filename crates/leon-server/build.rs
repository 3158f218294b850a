//! The binary is made anew when the bundle of style and scripts is.

fn main() {
    println!("cargo:rerun-if-changed=../../web/dist");
}
