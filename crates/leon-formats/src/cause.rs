//! Every cause of a problem, with its code, its words and its remedy. **Define a cause here**; the
//! messages and the reference page of problems follow.

use crate::Lang;

macro_rules! causes {
    ($($code:literal $severity:ident $cause:ident { $($field:ident: $type:ty),* }
        da $da:literal, $da_remedy:literal;
        en $en:literal, $en_remedy:literal;)+) => {
        /// What is wrong. The texts in the fields are already fit to be shown.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Cause { $(
            #[doc = concat!($code, ": ", $en)]
            $cause { $($field: $type),* }
        ),+ }

        #[allow(unused_variables, reason = "a text need not use every field")]
        impl Cause {
            /// The code by which people look the problem up. A code keeps its meaning from version to version.
            pub fn code(&self) -> &'static str { match self { $(Self::$cause { .. } => $code),+ } }

            /// Whether the case can be planned all the same.
            pub fn is_warning(&self) -> bool { match self { $(Self::$cause { .. } => severity!($severity)),+ } }

            /// What is wrong, in a sentence.
            pub fn text(&self, lang: Lang) -> String {
                match (self, lang) { $(
                    (Self::$cause { $($field),* }, Lang::Da) => format!($da),
                    (Self::$cause { $($field),* }, Lang::En) => format!($en),
                )+ }
            }

            /// What to do about it.
            pub fn remedy(&self, lang: Lang) -> String {
                match (self, lang) { $(
                    (Self::$cause { $($field),* }, Lang::Da) => format!($da_remedy),
                    (Self::$cause { $($field),* }, Lang::En) => format!($en_remedy),
                )+ }
            }
        }

        /// A cause as the reference page shows it: placeholders stand in braces.
        pub(crate) struct CauseRow {
            pub(crate) code: &'static str,
            pub(crate) warning: bool,
            pub(crate) da: [&'static str; 2],
            pub(crate) en: [&'static str; 2],
        }

        pub(crate) const CAUSES: &[CauseRow] = &[$(CauseRow {
            code: $code,
            warning: severity!($severity),
            da: [$da, $da_remedy],
            en: [$en, $en_remedy],
        }),+];
    };
}

macro_rules! severity {
    (error) => {
        false
    };
    (warning) => {
        true
    };
}

causes! {
    // The folder and its datapackage.json.
    "L001" error FolderMissing {}
        da "Mappen findes ikke.", "Se efter stavefejl i stien, eller lav et eksempel med 'leon init'.";
        en "The folder does not exist.", "Check the spelling of its path, or make an example with 'leon init'.";
    "L002" error FileMissing {}
        da "Filen mangler.", "Læg den i mappen. 'leon init' laver et eksempel, du kan skrive af efter.";
        en "The file is missing.", "Put it in the folder. 'leon init' makes an example to follow.";
    "L003" error FileUnreadable { reason: String }
        da "Filen kan ikke læses: {reason}.", "Luk den i andre programmer, og se efter, at du må læse den.";
        en "The file cannot be read: {reason}.", "Close it in other programs and check that you may read it.";
    "L004" error FileTooLarge { megabytes: u64, megabytes_max: u64 }
        da "Filen fylder {megabytes} MB; der er plads til {megabytes_max} MB.", "Del casen op, fx efter region.";
        en "The file is {megabytes} MB; the most is {megabytes_max} MB.", "Split the case, by region for instance.";
    "L005" error NotJson { reason: String }
        da "Filen er ikke JSON: {reason}.", "Ret stedet, eller hent filen på ny med 'leon init' i en tom mappe.";
        en "The file is not JSON: {reason}.", "Mend the spot, or take the file anew with 'leon init' in an empty folder.";
    "L006" error NotAPackage { expected: String }
        da "Filen beskriver ikke en datapakke: {expected} mangler.", "Se opbygningen i et eksempel fra 'leon init'.";
        en "The file does not describe a data package: {expected} is missing.", "See how an example from 'leon init' is built.";
    "L007" error BadPackageName { name: String }
        da "'{name}' kan ikke være pakkens navn.", "Brug små bogstaver a-z, tal, bindestreg, understreg og punktum.";
        en "'{name}' cannot be the package's name.", "Use small letters a-z, digits, hyphen, underscore and full stop.";
    "L008" error PathOutside { resource: String, path: String }
        da "Tabellen {resource} peger på '{path}', som ligger uden for mappen.", "Læg filen i mappen, og skriv kun dens navn.";
        en "Table {resource} points to '{path}', outside the folder.", "Put the file in the folder and write its name only.";
    "L009" error PathMissing { resource: String }
        da "Tabellen {resource} har ingen fil.", "Skriv \"path\": \"{resource}.csv\".";
        en "Table {resource} has no file.", "Write \"path\": \"{resource}.csv\".";
    "L010" error TableMissing { table: String }
        da "Tabellen {table} mangler i datapakken.", "Tilføj den under \"resources\" med \"name\": \"{table}\" og \"path\": \"{table}.csv\".";
        en "Table {table} is missing from the data package.", "Add it to \"resources\" with \"name\": \"{table}\" and \"path\": \"{table}.csv\".";
    "L011" error TableTwice { table: String }
        da "Tabellen {table} står to gange i datapakken.", "Slet den ene, og saml rækkerne i én fil.";
        en "Table {table} stands twice in the data package.", "Delete one of them and keep the rows in one file.";
    "L012" warning TableUnknown { table: String }
        da "Leon kender ikke tabellen '{table}' og læser den ikke.", "Se efter stavefejl i dens \"name\".";
        en "Leon does not know table '{table}' and does not read it.", "Check the spelling of its \"name\".";
    "L013" warning TableNotListed {}
        da "Filen ligger i mappen, men står ikke i datapackage.json, så den læses ikke.", "Tilføj den under \"resources\", eller slet filen.";
        en "The file lies in the folder but is not in datapackage.json, so it is not read.", "Add it to \"resources\", or delete the file.";

    // A file as text and table.
    "L101" error NotUtf8 {}
        da "Filen er ikke UTF-8; den ligner Latin-1 eller Windows-1252.", "Gem den igen som 'CSV UTF-8' (i Excel: Gem som, filtype CSV UTF-8) med komma som skilletegn.";
        en "The file is not UTF-8; it looks like Latin-1 or Windows-1252.", "Save it again as 'CSV UTF-8' (in Excel: Save as, type CSV UTF-8) with commas between columns.";
    "L102" error Utf16 {}
        da "Filen er UTF-16 (Excels 'Unicode-tekst').", "Gem den igen som 'CSV UTF-8' med komma som skilletegn.";
        en "The file is UTF-16 (Excel's 'Unicode text').", "Save it again as 'CSV UTF-8' with commas between columns.";
    "L103" error NulByte {}
        da "Filen har et nultegn, som ikke hører til i tekst.", "Gem den igen som CSV fra regnearket.";
        en "The file has a NUL character, which is not text.", "Save it again as CSV from the spreadsheet.";
    "L104" error Delimiter { delimiter: String }
        da "Kolonnerne er skilt af {delimiter}, ikke komma.", "Gem filen igen med komma som skilletegn og punktum som decimaltegn. LibreOffice spørger, når du gemmer; Excel følger landestandarden i Windows.";
        en "The columns are separated by {delimiter}, not commas.", "Save the file again with commas between columns and decimal points. LibreOffice asks when you save; Excel follows the region set in Windows.";
    "L105" error QuoteNotClosed {}
        da "Et anførselstegn (\") begynder her og slutter aldrig.", "Sæt det afsluttende \" efter teksten, eller slet det første.";
        en "A quotation mark (\") opens here and never closes.", "Put the closing \" after the text, or delete the first.";
    "L106" error TextAfterQuote {}
        da "Der står tekst efter et afsluttende anførselstegn (\").", "Skriv \"\" for et anførselstegn inde i en tekst.";
        en "There is text after a closing quotation mark (\").", "Write \"\" for a quotation mark within a text.";
    "L107" error CellTooLarge { kilobytes: usize }
        da "Cellen fylder {kilobytes} kB; der er plads til 1000 kB.", "Se efter et glemt anførselstegn, eller skriv teksten kortere.";
        en "The cell is {kilobytes} kB; the most is 1000 kB.", "Look for a forgotten quotation mark, or shorten the text.";
    "L108" error NoHeader {}
        da "Filen er tom.", "Første række skal være kolonnernes navne.";
        en "The file is empty.", "Its first row must be the names of the columns.";
    "L109" error ColumnMissing { column: String }
        da "Kolonnen {column} mangler.", "Tilføj den i første række. Store og små bogstaver tæller.";
        en "Column {column} is missing.", "Add it to the first row. Capitals count.";
    "L110" error ColumnTwice { column: String }
        da "Kolonnen {column} står to gange.", "Slet eller omdøb den ene.";
        en "Column {column} stands twice.", "Delete or rename one of them.";
    "L111" warning ColumnUnknown { column: String }
        da "Leon kender ikke kolonnen '{column}' og læser den ikke.", "Se efter stavefejl, eller slet den.";
        en "Leon does not know column '{column}' and does not read it.", "Check the spelling, or delete it.";
    "L112" error FieldCount { fields: usize, columns: usize }
        da "Rækken har {fields} felter; der er {columns} kolonner.", "Sæt \" om tekst med komma i, og skriv tal med punktum (3.5).";
        en "The row has {fields} fields; there are {columns} columns.", "Put \" around text with a comma in it, and write numbers with a point (3.5).";

    // A cell.
    "L201" error Empty {}
        da "Feltet er tomt.", "Skriv en værdi.";
        en "The cell is empty.", "Write a value.";
    "L202" error DecimalComma { value: String, written: String }
        da "'{value}' har decimalkomma.", "Skriv {written}.";
        en "'{value}' has a decimal comma.", "Write {written}.";
    "L203" error CommaUnclear { value: String, decimal: String, whole: String }
        da "Kommaet i '{value}' kan læses på to måder.", "Skriv {decimal}, hvis det er et decimalkomma, og {whole}, hvis det skiller tusinder.";
        en "The comma in '{value}' can be read in two ways.", "Write {decimal} if it is a decimal comma, {whole} if it separates thousands.";
    "L204" error Thousands { value: String, written: String }
        da "'{value}' har tusindtalsskiller.", "Skriv {written}.";
        en "'{value}' has thousands separators.", "Write {written}.";
    "L205" error Percent { value: String, written: String }
        da "'{value}' er i procent.", "Skriv andelen: {written}.";
        en "'{value}' is in per cent.", "Write the share: {written}.";
    "L206" error NotANumber { value: String }
        da "'{value}' er ikke et tal.", "Skriv et tal med punktum som decimaltegn og uden enhed, eller lad feltet stå tomt, hvis tallet mangler.";
        en "'{value}' is not a number.", "Write a number with a decimal point and no unit, or leave the cell empty if the number is missing.";
    "L207" error NotFinite { value: String }
        da "'{value}' er ikke et endeligt tal.", "Skriv et tal, eller lad feltet stå tomt, hvis tallet mangler.";
        en "'{value}' is not a finite number.", "Write a number, or leave the cell empty if the number is missing.";
    "L208" error NotWhole { value: String }
        da "'{value}' er ikke et helt tal fra 0 og op.", "Skriv fx 2.";
        en "'{value}' is not a whole number from 0 up.", "Write 2, for instance.";
    "L209" error UnknownWord { value: String, allowed: String }
        da "'{value}' er ikke et af de ord, der kan stå her.", "Skriv et af: {allowed}.";
        en "'{value}' is not one of the words for this column.", "Write one of: {allowed}.";
    "L210" error UnknownListWord { value: String, allowed: String }
        da "'{value}' i listen er ikke et af de ord, der kan stå her.", "Brug: {allowed}, med mellemrum imellem.";
        en "'{value}' in the list is not one of the words for this column.", "Use: {allowed}, with blanks between.";
    "L211" error ListSeparator { value: String }
        da "Listen '{value}' er skilt af andet end mellemrum.", "Sæt mellemrum mellem elementerne: a b c.";
        en "The list '{value}' is separated by something other than blanks.", "Put blanks between its elements: a b c.";
    "L212" error CprLike {}
        da "Her står noget, der ligner et CPR-nummer. Det må ikke være i en case.", "Slet det, og brug et løbenummer uden fødselsdato.";
        en "This looks like a CPR number, which must not be in a case.", "Delete it and use a serial number without a birth date.";
    "L213" error EvidenceMissing { figure: String }
        da "{figure} har ingen evidensklasse.", "Skriv i {figure}_evidence: measured, register, informants, single_case, claim eller assumption.";
        en "{figure} has no evidence class.", "Write in {figure}_evidence: measured, register, informants, single_case, claim or assumption.";
    "L214" error SourceMissing { figure: String }
        da "{figure} har ingen kilde.", "Skriv i {figure}_source id'et på en kilde i tabellen sources.";
        en "{figure} has no source.", "Write in {figure}_source the id of a source in table sources.";
    "L215" error RangeMissing { figure: String, class: String }
        da "{figure} er '{class}' og skal have et spænd.", "Udfyld {figure}_low og {figure}_high.";
        en "{figure} is '{class}' and needs a range.", "Fill in {figure}_low and {figure}_high.";
    "L216" error ValueMissing { figure: String }
        da "{figure} er tom, men dens spænd, evidens eller kilde er udfyldt.", "Skriv tallet, eller tøm alle fem felter. Et manglende tal er ikke nul.";
        en "{figure} is empty, but its range, evidence or source is given.", "Write the number, or empty all five cells. A missing number is not zero.";
    "L217" error EffectIncomplete {}
        da "Feltet er tomt, men noget af teknologiens effekt er udfyldt.", "Udfyld eligible_share, adoption, freed_share, own_hours_share og own_hours_group, eller tøm dem alle.";
        en "The cell is empty, but part of the technology's effect is given.", "Fill in eligible_share, adoption, freed_share, own_hours_share and own_hours_group, or empty them all.";

    // The tables together.
    "L301" error UnknownId { table: String, id: String }
        da "'{id}' findes ikke i tabellen {table}.", "Ret id'et, eller tilføj rækken i {table}.";
        en "'{id}' is not in table {table}.", "Correct the id, or add the row to {table}.";
    "L302" error Duplicate { id: String, first_row: String }
        da "'{id}' står allerede i række {first_row}.", "Slet den ene, eller ret den.";
        en "'{id}' stands already in row {first_row}.", "Delete one of them, or correct it.";
    "L303" error CircularPlaces { chain: String }
        da "Stederne ligger under hinanden i ring: {chain}.", "Tøm parent for det øverste sted.";
        en "The places lie under each other in a circle: {chain}.", "Empty the topmost place's parent.";
    "L304" error Negative { value: f64 }
        da "{value} er negativ.", "Skriv et tal fra 0 og op.";
        en "{value} is negative.", "Write a number from 0 up.";
    "L305" error NotAShare { value: f64 }
        da "{value} er ikke en andel fra 0 til 1.", "Skriv 0.8 for 80 procent.";
        en "{value} is not a share from 0 to 1.", "Write 0.8 for 80 per cent.";
    "L306" error OutsideRange { value: f64, low: f64, high: f64 }
        da "{value} ligger ikke mellem {low} og {high}.", "Ret tallet eller dets grænser.";
        en "{value} does not lie within {low} to {high}.", "Correct the number or its limits.";
    "L307" error BadId { id: String }
        da "'{id}' kan ikke være et id.", "Brug bogstaver, tal og tegnene _ - . / uden mellemrum.";
        en "'{id}' cannot be an id.", "Use letters, digits and the characters _ - . / without blanks.";
    "L308" error TaskInOtherSetting { task: String, setting: String }
        da "Opgaven '{task}' hører kun til i '{setting}'.", "Ret arenaen her, eller tøm setting for opgaven i tasks.";
        en "Task '{task}' belongs to setting '{setting}' only.", "Correct the setting here, or empty the task's setting in tasks.";
    "L309" error NoCapacityRow {}
        da "Der er ingen række i capacity for stedet, arenaen og faggruppen.", "Tilføj den; fte må være 0.";
        en "There is no row of capacity for this place, setting and staff group.", "Add it; its fte may be 0.";
    "L310" error NoPrice { group: String, kind: String }
        da "Der er ingen pris for {group}, {kind}.", "Tilføj en række i prices.";
        en "There is no price for {group}, {kind}.", "Add a row to prices.";
    "L311" error LimitMissing { kind: String }
        da "En binding af slagsen '{kind}' skal have en grænse.", "Udfyld limit med evidens og kilde.";
        en "A binding of kind '{kind}' needs a limit.", "Fill in limit with its evidence and source.";
    "L312" error LimitUnused { kind: String }
        da "En binding af slagsen '{kind}' bruger ingen grænse.", "Tøm de fem felter for limit, eller vælg en anden slags.";
        en "A binding of kind '{kind}' takes no limit.", "Empty the five cells of limit, or choose another kind.";
    "L313" error HoldingIncomplete { through: String, column: String }
        da "En kompetence, der er '{through}', skal have {column}.", "Udfyld {column}.";
        en "A competence that is '{through}' needs {column}.", "Fill in {column}.";
    "L314" error DistanceMissing {}
        da "En pulje, der rækker 'distance', skal have en afstand.", "Udfyld distance_km_max.";
        en "A pool that reaches by 'distance' needs a distance.", "Fill in distance_km_max.";
    "L315" error PointMissing { place: String }
        da "Stedet '{place}' mangler koordinater, som puljen måler afstand fra.", "Udfyld latitude og longitude for det i places.";
        en "Place '{place}' has no coordinates for the pool to measure from.", "Fill in its latitude and longitude in places.";
    "L316" error ComplexityMissing { complexity: String }
        da "Der er ingen række for '{complexity}'.", "Tilføj den: low, medium og high skal alle være der.";
        en "There is no row for '{complexity}'.", "Add it: low, medium and high must all be there.";
    "L317" error BaselineAboveOne { sum: f64 }
        da "Faggruppernes andele af opgaven giver {sum:.3} tilsammen, altså mere end 1.", "Ret andelene, så de højst giver 1.";
        en "The staff groups' shares of the task add up to {sum:.3}, more than 1.", "Correct the shares so that they add up to 1 at most.";
    "L318" error NoRows {}
        da "Tabellen har ingen rækker.", "Tilføj mindst én.";
        en "The table has no rows.", "Add at least one.";
    "L319" warning NobodyHolds { competence: String }
        da "Ingen faggruppe må bruge kompetencen '{competence}', så behovet kan kun gå til teknologi eller stå udækket.", "Tilføj den i staff_group_competences, hvis nogen kan.";
        en "No staff group may use competence '{competence}', so this need can only go to a technology or stay unmet.", "Add it to staff_group_competences if somebody can.";
    "L320" error UseNotOne { sum: f64 }
        da "Andelene af arenaens timer giver {sum:.3} tilsammen, ikke 1.", "Ret andelene, så de giver 1.";
        en "The shares of the setting's hours add up to {sum:.3}, not 1.", "Correct the shares so that they add up to 1.";
    "L321" error AgeMissing { flow: String }
        da "{flow} gælder fra en alder, og alderen mangler.", "Skriv den i age_from, fx 60.";
        en "{flow} holds from an age, and the age is missing.", "Write it in age_from, 60 for instance.";
    "L322" error AgeUnused { flow: String }
        da "{flow} gælder for alle aldre.", "Slet age_from.";
        en "{flow} holds for all ages.", "Delete age_from.";
    // Days, plans of visits and events: the file as JSON.
    "L401" error JsonBroken { column: usize, reason: String }
        da "Filen er ikke JSON; ved tegn {column} går det galt: {reason}.", "Ret stedet: se efter et komma, et anførselstegn eller en parentes, der mangler eller er for meget.";
        en "The file is not JSON; at character {column} it goes wrong: {reason}.", "Mend the spot: look for a comma, a quotation mark or a bracket that is missing or too much.";
    "L402" error JsonNumberWord { word: String }
        da "'{word}' er ikke et tal i JSON.", "Skriv tallet, eller slet feltet, hvis tallet mangler.";
        en "'{word}' is no number in JSON.", "Write the number, or delete the field if the number is missing.";
    "L403" error OtherSchema { found: String, expected: String }
        da "Filen er '{found}'; her læses '{expected}'.", "Vælg en anden fil, eller ret schema, hvis resten passer.";
        en "The file is '{found}'; '{expected}' is read here.", "Choose another file, or correct schema if the rest fits.";
    "L404" error FieldMissing { field: String, example: String }
        da "Feltet {field} mangler.", "Tilføj det, fx \"{field}\": {example}.";
        en "Field {field} is missing.", "Add it, such as \"{field}\": {example}.";
    "L405" error FieldMisspelt { field: String, nearest: String }
        da "'{field}' er ikke et felt her.", "Skriv {nearest}, hvis det er det, du mener, eller slet det.";
        en "'{field}' is not a field here.", "Write {nearest} if that is what you mean, or delete it.";
    "L406" error FieldUnknown { field: String, known: String }
        da "'{field}' er ikke et felt her.", "Slet det. Felterne er: {known}.";
        en "'{field}' is not a field here.", "Delete it. The fields are: {known}.";
    "L407" error FieldTwice { field: String }
        da "'{field}' står to gange.", "Slet den ene.";
        en "'{field}' stands twice.", "Delete one of them.";
    "L408" error WrongKind { found: String, example: String }
        da "Her står {found}.", "Skriv noget som {example}.";
        en "Here stands {found}.", "Write something like {example}.";
    "L409" error NumberBeyond { value: String }
        da "{value} er større end noget, der hører til her.", "Ret tallet.";
        en "{value} is larger than anything that belongs here.", "Correct the number.";
    "L410" error NotWholeNumber { value: f64 }
        da "{value} er ikke et helt tal.", "Skriv fx 30.";
        en "{value} is not a whole number.", "Write 30, for instance.";
    "L411" error WordUnknown { value: String, allowed: String }
        da "'{value}' er ikke et af de ord, der kan stå her.", "Skriv et af: {allowed}.";
        en "'{value}' is not one of the words that can stand here.", "Write one of: {allowed}.";
    "L412" error CprInDay {}
        da "Her står noget, der ligner et CPR-nummer. Det må ikke være i filen.", "Slet det, og brug et løbenummer uden fødselsdato.";
        en "This looks like a CPR number, which must not be in the file.", "Delete it and use a serial number without a birth date.";
    "L413" error MatrixAndSpeed {}
        da "Transporten har både travel_seconds og en fart.", "Slet speed_kmh og detour, eller slet travel_seconds.";
        en "The transport has both travel_seconds and a speed.", "Delete speed_kmh and detour, or delete travel_seconds.";
    "L414" error NoTravelTimes {}
        da "Transporten har ingen rejsetider.", "Skriv travel_seconds eller speed_kmh.";
        en "The transport has no travel times.", "Write travel_seconds or speed_kmh.";
    "L415" error ScreenTravels { field: String }
        da "En skærmvagt rejser ikke, men {field} er udfyldt.", "Slet {field}, eller skriv \"work\": \"visiting\".";
        en "A screen shift does not travel, but {field} is given.", "Delete {field}, or write \"work\": \"visiting\".";
    "L416" error PriorityAndWorth {}
        da "Besøget har både priority og optional_worth_minutes.", "Behold priority, hvis besøget skal gøres, ellers optional_worth_minutes.";
        en "The visit has both priority and optional_worth_minutes.", "Keep priority if the visit must be done, else optional_worth_minutes.";
    "L417" error StopUnclear {}
        da "Stoppet er hverken et besøg eller en pause, eller det er begge dele.", "Skriv visit og slot, eller skriv pause.";
        en "The stop is neither a visit nor a pause, or it is both.", "Write visit and slot, or write pause.";
    "L418" error FieldOfOtherEvent { field: String, kind: String }
        da "En hændelse af slagsen '{kind}' har ikke feltet {field}.", "Slet feltet, eller ret kind.";
        en "An event of kind '{kind}' has no field {field}.", "Delete the field, or correct kind.";
    "L421" error TimeUnreadable { value: String }
        da "'{value}' er ikke et tidspunkt.", "Skriv 07:30, eller med dato 2026-11-23T07:30.";
        en "'{value}' is not a time.", "Write 07:30, or with its date 2026-11-23T07:30.";
    "L422" error TimeWithoutDate { value: String }
        da "'{value}' har ingen dato.", "Skriv \"date\": \"2026-11-23\" øverst i filen, eller skriv 2026-11-23T{value} her.";
        en "'{value}' has no date.", "Write \"date\": \"2026-11-23\" at the top of the file, or 2026-11-23T{value} here.";
    "L423" error TimeOnSeveralDays { value: String }
        da "Filen har flere datoer, og '{value}' siger ikke hvilken.", "Skriv datoen med: 2026-11-23T{value}.";
        en "The file has several dates, and '{value}' does not say which.", "Write its date too: 2026-11-23T{value}.";
    "L424" error TimeSkipped { value: String, first: String, second: String }
        da "{value} findes ikke: uret stilles frem hen over det.", "Skriv {first} eller {second}.";
        en "{value} does not exist: the clock is set forward over it.", "Write {first} or {second}.";
    "L425" error TimeTwice { value: String, first: String, second: String }
        da "{value} er der to gange: uret stilles tilbage.", "Skriv {first} eller {second}.";
        en "{value} exists twice: the clock is set back.", "Write {first} or {second}.";
    "L426" error DateUnreadable { value: String }
        da "{value} er ikke en dato.", "Skriv fx \"2026-11-23\".";
        en "{value} is not a date.", "Write \"2026-11-23\", for instance.";
    "L427" error DateAndDates {}
        da "Filen har både date og dates.", "Slet den ene.";
        en "The file has both date and dates.", "Delete one of them.";
    "L428" error ZoneUnknown { value: String }
        da "{value} er ikke en tidszone.", "Skriv fx \"Europe/Copenhagen\", eller slet feltet.";
        en "{value} is not a time zone.", "Write \"Europe/Copenhagen\", for instance, or delete the field.";
    "L429" error DayUnreadable { value: String }
        da "{value} er ikke en dag.", "Skriv mon, tue, wed, thu, fri, sat eller sun, eller en dato.";
        en "{value} is not a day.", "Write mon, tue, wed, thu, fri, sat or sun, or a date.";
    "L430" error DayNotInFile { day: String }
        da "Ingen af filens datoer er '{day}'.", "Ret dagen, eller tilføj datoen i dates.";
        en "None of the file's dates is '{day}'.", "Correct the day, or add the date to dates.";
    "L431" error DaysUnused {}
        da "days gælder klokkeslæt, og her har tiderne selv en dato.", "Slet days, eller skriv tiderne uden dato.";
        en "days is for times of day, and here the times have dates of their own.", "Delete days, or write the times without dates.";

    // Days, plans of visits and events: what stands in them.
    "L501" error NotInList { list: String, id: String }
        da "'{id}' findes ikke under {list}.", "Ret id'et, eller tilføj det under {list}.";
        en "'{id}' is not under {list}.", "Correct the id, or add it under {list}.";
    "L502" error IdTwice { id: String, first: String }
        da "'{id}' står allerede: {first}.", "Giv den ene et andet id, eller slet den.";
        en "'{id}' stands already: {first}.", "Give one of them another id, or delete it.";
    "L503" error ListedTwice { id: String }
        da "'{id}' står to gange.", "Slet den ene.";
        en "'{id}' stands twice.", "Delete one of them.";
    "L504" error ListedInBoth { id: String, other: String }
        da "'{id}' står også i {other}.", "Slet den det ene sted.";
        en "'{id}' stands in {other} too.", "Delete it in one place.";
    "L505" error DayIdBad { id: String }
        da "'{id}' kan ikke være et id.", "Brug bogstaver, tal og tegnene _ - . / uden mellemrum.";
        en "'{id}' cannot be an id.", "Use letters, digits and the characters _ - . / without blanks.";
    "L506" error ValueOutside { value: f64, low: f64, high: f64 }
        da "{value} ligger ikke mellem {low} og {high}.", "Ret tallet.";
        en "{value} does not lie between {low} and {high}.", "Correct the number.";
    "L507" error LengthNegative { length: String }
        da "{length} er mindre end ingenting.", "Skriv et tal fra 0 og op.";
        en "{length} is less than nothing.", "Write a number from 0 up.";
    "L508" error LengthTooLong { length: String, length_max: String }
        da "{length} er for længe; der er plads til {length_max}.", "Ret tallet, og se efter, om det er i den rette enhed.";
        en "{length} is too long; the most is {length_max}.", "Correct the number, and check that it is in the right unit.";
    "L509" error LengthZero {}
        da "Det tager ingen tid.", "Skriv hvor mange minutter det tager.";
        en "It takes no time.", "Write how many minutes it takes.";
    "L510" error TimeBeyond { time: String }
        da "{time} ligger ikke i årene 1900 til 2200.", "Ret tiden.";
        en "{time} does not lie in the years 1900 to 2200.", "Correct the time.";
    "L511" error EndsFirst { begin: String, end: String }
        da "Det begynder {begin} og slutter {end}.", "Ret den ene tid, eller byt dem om. En slutning på den næste dag skrives med dato, når der er mere end 12 timer til den.";
        en "It begins at {begin} and ends at {end}.", "Correct one of the times, or swap them. An end on the next day needs its date when it is more than 12 hours away.";
    "L512" error TimeOutsideSpan { time: String, from: String, to: String }
        da "{time} ligger ikke mellem {from} og {to}.", "Ret tiden, eller ret grænserne.";
        en "{time} does not lie between {from} and {to}.", "Correct the time, or correct the limits.";
    "L513" error Overlaps { begin: String }
        da "Det begynder {begin}, før det foregående er slut.", "Ret en af tiderne, eller gør de to til ét.";
        en "It begins at {begin}, before the one before it is over.", "Correct one of the times, or make the two one.";
    "L514" error ListEmpty {}
        da "Listen er tom.", "Tilføj mindst én.";
        en "The list is empty.", "Add at least one.";
    "L515" error CountWrong { found: usize, expected: usize }
        da "Her er {found}; der skal være {expected}.", "Tilføj det, der mangler, eller slet det, der er for meget.";
        en "There are {found}; there must be {expected}.", "Add what is missing, or delete what is too much.";
    "L516" error CountAbove { found: usize, most: usize }
        da "Her er {found}; der kan være {most}.", "Slet det, der er for meget.";
        en "There are {found}; there can be {most}.", "Delete what is too much.";
    "L517" error LeastAboveMost { from: String, to: String }
        da "Mindst {from} og højst {to} kan ikke opfyldes.", "Ret det ene tal, eller byt dem om.";
        en "At least {from} and at most {to} cannot be met.", "Correct one of the numbers, or swap them.";
    "L518" error OrderWithItself {}
        da "Besøget skal komme før sig selv.", "Ret first eller second.";
        en "The visit is to come before itself.", "Correct first or second.";
    "L519" error OrdersInCircle { chain: String }
        da "Besøgene skal komme efter hinanden i ring: {chain}.", "Slet en af parrene. Skal to begynde samtidig, så skriv ét par med gap_max_minutes 0.";
        en "The visits are to come after each other in a circle: {chain}.", "Delete one of the pairs. If two are to begin together, write one pair with gap_max_minutes 0.";
    "L520" error NoPoint { location: String, transport: String }
        da "Stedet '{location}' har ingen koordinater, og transporten '{transport}' måler afstand.", "Skriv latitude og longitude, eller giv transporten travel_seconds.";
        en "Location '{location}' has no coordinates, and transport '{transport}' measures distances.", "Write latitude and longitude, or give the transport travel_seconds.";
    "L521" error GoalTwice { goal: String }
        da "Målet {goal} står to gange.", "Slet det ene.";
        en "Goal {goal} stands twice.", "Delete one of them.";
    "L522" warning LeftOutNotFirst {}
        da "left_out står ikke på målenes første trin, så det kan bedst betale sig at lade besøg ude.", "Sæt left_out først, hvis besøgene skal gøres.";
        en "left_out is not on the first level of the goals, so leaving visits out may pay best.", "Put left_out first if the visits are to be done.";
    "L523" warning CompetenceMissing { competence: String }
        da "Ingen af dagens medarbejdere har kompetencen '{competence}', så besøget bliver ikke gjort.", "Se efter stavefejl, eller tilføj den hos en medarbejder.";
        en "None of the day's carers holds competence '{competence}', so the visit will not be done.", "Check the spelling, or add it to a carer.";
    "L524" warning NoScreenShift {}
        da "Besøget skal gøres ved skærm, og ingen har en skærmvagt, så det bliver ikke gjort.", "Giv en medarbejder en vagt med \"work\": \"screen\", eller skriv \"mode\": \"either\".";
        en "The visit is to be done by screen, and nobody has a screen shift, so it will not be done.", "Give a carer a shift with \"work\": \"screen\", or write \"mode\": \"either\".";
    "L525" error EventsUnordered {}
        da "Hændelsen kom før den foregående.", "Ret at, eller sæt hændelserne i rækkefølge efter tid.";
        en "The event came before the one before it.", "Correct at, or put the events in order of time.";
    "L526" error LevelDiffers { group: String, level: u8, first: u8 }
        da "Faggruppen '{group}' har trin {level} her og trin {first} i en tidligere række.", "Skriv det samme trin i alle gruppens rækker.";
        en "Staff group '{group}' has level {level} here and level {first} in an earlier row.", "Write the same level in all rows of the group.";

    // Research formats: HHCRSP-JSON and VRPLIB.
    "L601" error BrokenJson { reason: String }
        da "Filen er ikke JSON: {reason}.", "Ret stedet, eller hent filen på ny, hvor den er offentliggjort.";
        en "The file is not JSON: {reason}.", "Mend the spot, or fetch the file anew from where it was published.";
    "L602" error KeyMissing { key: String, example: String }
        da "'{key}' mangler.", "Skriv den, fx {example}.";
        en "'{key}' is missing.", "Write it, such as {example}.";
    "L603" error OtherKind { found: String, example: String }
        da "Her står {found}.", "Skriv noget som {example}.";
        en "Here stands {found}.", "Write something like {example}.";
    "L604" error NumberTooLarge { value: f64 }
        da "{value:e} er større end noget, Leon regner med her.", "Ret tallet, eller mål i en større enhed.";
        en "{value:e} is beyond what Leon reckons with here.", "Correct the number, or measure in a larger unit.";
    "L605" error StandsTwice { id: String, first: String }
        da "'{id}' står allerede i {first}.", "Slet den ene, eller ret den.";
        en "'{id}' stands already in {first}.", "Delete one of them, or correct it.";
    "L606" error NotListed { id: String, list: String }
        da "'{id}' findes ikke under {list}.", "Ret stavemåden, eller tilføj den under {list}.";
        en "'{id}' is not under {list}.", "Correct the spelling, or add it under {list}.";
    "L607" error CountDiffers { found: usize, expected: usize }
        da "Her er {found}; der skal være {expected}.", "Tilføj det, der mangler, eller slet det, der er for meget.";
        en "There are {found}; there must be {expected}.", "Add what is missing, or delete what is too much.";
    "L608" error IntervalReversed { from: f64, to: f64 }
        da "Tidsrummet fra {from} til {to} slutter, før det begynder.", "Ret det ene tal, eller byt dem om.";
        en "The time from {from} to {to} ends before it begins.", "Correct one of the numbers, or swap them.";
    "L611" error ExtendedFormulation { key: String }
        da "Filen er den udvidede udgave af HHCRSP ({key}: flere startsteder). Leon læser grundudgaven.", "Brug en fil med ét kontor under central_offices og uden departing_points.";
        en "The file is the extended formulation of HHCRSP ({key}: several places to depart from). Leon reads the basic one.", "Use a file with one office in central_offices and without departing_points.";
    "L612" error ServiceCount { services: usize }
        da "Patienten skal have {services} ydelser; der kan være en eller to.", "Del patienten op i flere, eller slet en ydelse.";
        en "The patient needs {services} services; it can be one or two.", "Split the patient into several, or delete a service.";
    "L613" error ServiceNobodyGives { service: String }
        da "Ingen hjælper kan give '{service}', så filen har ingen løsning.", "Skriv den under abilities hos en af caregivers.";
        en "No caregiver can give '{service}', so the file has no solution.", "Write it in the abilities of one of the caregivers.";
    "L614" error KeyUnknown { key: String, instead: String }
        da "'{key}' er ikke kendt, og {instead} mangler.", "Er det en stavefejl for {instead}? Ret den, eller slet '{key}'.";
        en "'{key}' is not known, and {instead} is missing.", "Is it a misspelt {instead}? Correct it, or delete '{key}'.";
    "L621" error LineUnknown { line: String }
        da "Linjen '{line}' kan ikke læses.", "Skriv NØGLE : VÆRDI, navnet på en sektion eller tallene i en sektion.";
        en "The line '{line}' cannot be read.", "Write KEY : VALUE, the name of a section or the numbers of a section.";
    "L622" error RuleUnknown { key: String }
        da "'{key}' er en regel, Leon ikke regner med i denne slags fil.", "Brug en fil uden den. Slettes reglen, bliver opgaven en anden.";
        en "'{key}' is a rule that Leon does not reckon with in this kind of file.", "Use a file without it. Deleting the rule changes the problem.";
    "L623" error NotOneDepot { depots: String }
        da "Depoterne er {depots}; Leon læser filer med ét depot, og det er knude 1.", "Gør depotet til knude 1, og skriv 1 og -1 i DEPOT_SECTION.";
        en "The depots are {depots}; Leon reads files with one depot, which is node 1.", "Make the depot node 1, and write 1 and -1 in DEPOT_SECTION.";
    "L624" error DemandAboveCapacity { demand: f64, capacity: f64 }
        da "Kunden skal have {demand}; en bil kan have {capacity} med.", "Ret tallet i DEMAND_SECTION, eller ret CAPACITY.";
        en "The customer needs {demand}; a vehicle holds {capacity}.", "Correct the number in DEMAND_SECTION, or correct CAPACITY.";
    "L625" error RouteLineUnknown { line: String }
        da "Linjen '{line}' er hverken en rute eller prisen.", "Skriv Route #1: 3 1 2 for en rute og Cost 123.4 for prisen.";
        en "The line '{line}' is neither a route nor the cost.", "Write Route #1: 3 1 2 for a route and Cost 123.4 for the cost.";

    // The contents of periods and rosters, as JSON.
    "L701" error LastFirst { first: String, last: String }
        da "Det slutter {last}, før det begynder {first}.", "Ret den ene dato, eller byt dem om.";
        en "It ends on {last}, before it begins on {first}.", "Correct one of the dates, or swap them.";
    "L702" error PeriodTooLong { days: i64, most: i64 }
        da "Perioden har {days} dage; der er plads til {most}.", "Ret first eller last, eller del perioden.";
        en "The period has {days} days; the most is {most}.", "Correct first or last, or split the period.";
    "L703" error DateBeyond { date: String }
        da "{date} ligger ikke i årene 1970 til 2200.", "Ret datoen.";
        en "{date} does not lie in the years 1970 to 2200.", "Correct the date.";
    "L704" error DateNotInPeriod { date: String }
        da "{date} ligger ikke i perioden.", "Ret datoen, eller ret first eller last.";
        en "{date} does not lie in the period.", "Correct the date, or correct first or last.";
    "L705" error ToBeforeFrom { from: String, to: String }
        da "Det begynder {from} og slutter {to}.", "Ret en af tiderne, eller byt dem om.";
        en "It begins at {from} and ends at {to}.", "Correct one of the times, or swap them.";
    "L706" error StretchTooLong { days: i64, most: i64 }
        da "Det varer {days} dage; det kan højst vare {most}.", "Ret en af tiderne.";
        en "It lasts {days} days; the most is {most}.", "Correct one of the times.";
    "L707" error PauseFillsShift { pause: i64, length: i64 }
        da "Pausen på {pause} minutter fylder hele vagten på {length} minutter.", "Ret pause_minutes, eller ret start eller end.";
        en "The pause of {pause} minutes fills the whole shift of {length} minutes.", "Correct pause_minutes, or correct start or end.";
    "L708" error SharesNotWhole { sum: f64 }
        da "Andelene giver tilsammen {sum}, ikke 1.", "Ret share, så stillingens dele tilsammen er 1. En tredjedel er 0.3333.";
        en "The shares add up to {sum}, not 1.", "Correct share, so that the parts of the position make 1. A third is 0.3333.";
    "L709" error NormElsewhere { first: String, weeks: u32 }
        da "Normperioden fra {first} på {weeks} uger er slut, før perioden begynder, eller begynder efter den.", "Skriv den normperiode, der er i gang, når perioden begynder.";
        en "The norm period from {first}, {weeks} weeks, is over before the period begins, or begins after it.", "Write the norm period that is under way when the period begins.";
    "L710" error LeaderElsewhere { unit: String }
        da "Lederens afsnit '{unit}' er ikke blandt personens egne.", "Ret leader, eller tilføj afsnittet under workplaces.";
        en "The leader's unit '{unit}' is none of the person's own.", "Correct leader, or add the unit to workplaces.";
    "L711" error HistoryInPeriod { time: String }
        da "{time} ligger ikke før perioden.", "Ret tiden, eller flyt vagten ind i planen.";
        en "{time} does not lie before the period.", "Correct the time, or move the duty into the roster.";
    "L712" error NotMonday { date: String }
        da "{date} er ikke en mandag.", "Skriv datoen for ugens mandag.";
        en "{date} is not a Monday.", "Write the date of the week's Monday.";
    "L713" error WeeksUnordered { date: String }
        da "Ugen fra {date} kommer ikke efter den foregående.", "Sæt ugerne i rækkefølge, hver én gang.";
        en "The week from {date} does not come after the one before it.", "Put the weeks in order, each once.";
    "L714" error TargetBelowMin { min: u32, target: u32 }
        da "Målet er {target}, og mindst {min} skal være der.", "Ret target eller min.";
        en "The target is {target}, and at least {min} must be there.", "Correct target or min.";
    "L715" error SurplusBelowTarget { target: u32, surplus: u32 }
        da "Flere end {surplus} er for mange, og målet er {target}.", "Ret surplus eller target.";
        en "More than {surplus} are too many, and the target is {target}.", "Correct surplus or target.";
    "L716" error NoDays {}
        da "Rækken gælder på ingen dage.", "Skriv ugedage eller datoer i days.";
        en "The row holds on no days.", "Write days of the week or dates in days.";
    "L717" error WishesAboveRound { person: String, found: usize, most: usize }
        da "'{person}' har {found} ønsker; runden giver {most}.", "Slet ønsker, eller ret wishes_max.";
        en "'{person}' has {found} wishes; the round allows {most}.", "Delete wishes, or correct wishes_max.";
    "L718" error HardWishesAboveRound { person: String, found: usize, most: usize }
        da "'{person}' har {found} ønsker, der skal opfyldes; runden giver {most}.", "Skriv \"hard\": false ved nogle af dem, eller ret hard_max.";
        en "'{person}' has {found} wishes that must be kept; the round allows {most}.", "Write \"hard\": false in some of them, or correct hard_max.";
    "L719" warning WishOutsideRound {}
        da "Ønsket kom uden for runden.", "Ret stated, eller ret runden. Ønsket tæller som de andre.";
        en "The wish was stated outside the round.", "Correct stated, or correct the round. The wish counts like the others.";
    "L720" error RuleNotReplaceable { rule: String }
        da "Reglen {rule} kan ikke erstattes ved lokalaftale.", "Slet aftalens punkt om den.";
        en "Rule {rule} cannot be replaced by local agreement.", "Delete the agreement's clause on it.";
    "L721" error ClauseOfOtherKind { rule: String, asked: String, found: String }
        da "Reglen {rule} er af slagsen {asked}, og punktet er {found}.", "Brug parametrene for {asked}.";
        en "Rule {rule} is of the kind {asked}, and the clause is {found}.", "Use the parameters of {asked}.";
    "L722" error ParameterMissing { rule: String, parameter: String }
        da "Parameteren '{parameter}' for reglen {rule} mangler.", "Skriv alle reglens parametre.";
        en "Parameter '{parameter}' of rule {rule} is missing.", "Write all parameters of the rule.";
    "L723" error ParameterUnreadable { parameter: String }
        da "Værdien af '{parameter}' kan ikke bruges.", "Skriv et tal fra 0, true eller false, en dato som \"2026-11-23\" eller et klokkeslæt som \"22:00\", som navnet siger.";
        en "The value of '{parameter}' cannot be used.", "Write a number from 0, true or false, a date like \"2026-11-23\" or a time like \"22:00\", as the name says.";
    "L724" error ParameterUnknown { parameter: String, known: String }
        da "Reglen har ingen parameter '{parameter}'.", "Brug: {known}.";
        en "The rule has no parameter '{parameter}'.", "Use: {known}.";
    "L725" warning AgreementWithoutRules { agreement: String }
        da "Ingen af regelpakkerne har regler for overenskomsten '{agreement}', så kun loven gælder.", "Ret agreement, eller tilføj pakken under rules.";
        en "None of the packs of rules has rules for the agreement '{agreement}', so the law alone holds.", "Correct agreement, or add the pack to rules.";
    "L726" warning NobodyCovers {}
        da "Ingen i perioden kan dække rækken.", "Se efter afsnit, faggrupper og kompetencer, eller tilføj en, der kan.";
        en "Nobody in the period can cover the row.", "Check unit, groups and competences, or add somebody who can.";
    "L727" warning NobodyWorks {}
        da "Ingen i perioden kan tage vagten.", "Se efter afsnit og faggrupper, eller slet vagten.";
        en "Nobody in the period can work the shift.", "Check unit and groups, or delete the shift.";
    "L728" error PackUnknown { pack: String, known: String }
        da "Der er ingen regelpakke '{pack}'.", "Brug en eller flere af: {known}.";
        en "There is no pack of rules '{pack}'.", "Use one or more of: {known}.";
    "L729" error RestrictionUnclear {}
        da "Hensynet har flere begrænsninger, eller kun den ene af not_from og not_to.", "Skriv én begrænsning, eller del hensynet i flere.";
        en "The consideration has several restrictions, or only one of not_from and not_to.", "Write one restriction, or split the consideration.";
    "L730" error WishUnclear { wants: String }
        da "Ønsket '{wants}' passer ikke til de felter, der står.", "kind og not_kind skal have kind, shift skal have shift; off og on skal have ingen af dem.";
        en "The wish '{wants}' does not fit the fields that are there.", "kind and not_kind take kind, shift takes shift; off and on take neither.";
    "L731" error TargetAndDemand {}
        da "Rækken har både target og demand.", "Slet det ene.";
        en "The row has both target and demand.", "Delete one of them.";
    "L732" error MixUnclear {}
        da "Rækken siger hverken mindst eller højst, eller den siger begge dele.", "Skriv at_least, eller skriv at_most_each og per.";
        en "The row says neither at least nor at most, or it says both.", "Write at_least, or write at_most_each and per.";
    "L733" error TimeOfDayUnreadable { value: String }
        da "'{value}' er ikke et klokkeslæt.", "Skriv det som 07:30.";
        en "'{value}' is not a time of day.", "Write it like 07:30.";
    "L734" error DateNeeded { value: String }
        da "'{value}' har ingen dato.", "Skriv det som 2026-11-23T{value}.";
        en "'{value}' has no date.", "Write it like 2026-11-23T{value}.";
    "L735" warning DemandMissing {}
        da "Hverken staff eller care_minutes er udfyldt, så rækken tæller ikke med.", "Skriv tallet. Var der ikke brug for nogen, så skriv 0.";
        en "Neither staff nor care_minutes is given, so the row does not count.", "Write the number. If nobody was needed, write 0.";
    "L736" error StaffAndMinutes {}
        da "Både staff og care_minutes er udfyldt.", "Slet det ene.";
        en "Both staff and care_minutes are given.", "Delete one of them.";
    "L737" error DemandTwice { first_row: usize }
        da "Behovet for de samme på samme dato og tid står allerede i række {first_row}.", "Slet den ene række, eller læg tallene sammen.";
        en "The need for the same people at the same date and time stands already in row {first_row}.", "Delete one of the rows, or add up the numbers.";
    "L738" error SaidTwice { one: String, other: String }
        da "Det er sagt to gange: med {one} og med {other}.", "Slet det ene.";
        en "It is said twice: by {one} and by {other}.", "Delete one of them.";

    // Research formats: rosters.
    "L801" error RosterLineUnknown { line: String }
        da "Linjen '{line}' hører ikke til nogen sektion.", "Skriv sektionens overskrift før den, eller slet linjen.";
        en "The line '{line}' belongs to no section.", "Write the title of its section before it, or delete the line.";
    "L802" error RangeReversed { least: u32, most: u32 }
        da "Mindst {least} og højst {most} kan ikke opfyldes.", "Ret det ene tal, eller byt dem om.";
        en "At least {least} and at most {most} cannot be met.", "Correct one of the numbers, or swap them.";
    "L803" error OtherScenario { found: String, expected: String }
        da "Filen hører til '{found}', ikke til '{expected}'.", "Brug en fil fra det samme datasæt.";
        en "The file belongs to '{found}', not to '{expected}'.", "Use a file of the same data set.";
    "L804" error TooManyDuties { duties: usize, most: usize }
        da "Der er {duties} slags arbejde på en dag; Leon læser filer med højst {most}.", "Brug en fil med færre vagter eller kompetencer.";
        en "There are {duties} kinds of work on a day; Leon reads files with at most {most}.", "Use a file with fewer shifts or skills.";
    "L805" error DayOutside { day: u32, days: usize }
        da "Dag {day} ligger uden for perioden, hvis dage er 0 til {days} uden den sidste.", "Ret dagen, eller gør perioden længere.";
        en "Day {day} lies outside the horizon, whose days are 0 up to, not including, {days}.", "Correct the day, or make the horizon longer.";

    // Scenarios: the file as TOML, and what does not fit the case.
    "L851" error NotAScenario { reason: String }
        da "Filen er ikke et scenarie: {reason}.", "Ret stedet. docs/concepts/project.md viser felterne.";
        en "The file is not a scenario: {reason}.", "Mend the spot. docs/concepts/project.md shows the fields.";
    "L852" error YearOutside { year: u32, first: u32, last: u32 }
        da "{year} ligger uden for casens år, {first} til {last}.", "Skriv et år derimellem, eller giv casen befolkning for flere år.";
        en "{year} is outside the case's years, {first} to {last}.", "Write a year between them, or give the case population for more years.";
    "L853" error YearsReversed { from: u32, to: u32 }
        da "{from} kommer efter {to}.", "Byt dem om.";
        en "{from} comes after {to}.", "Swap them.";
    "L854" error NotPositive { value: f64 }
        da "{value} skal være større end 0.", "Ret tallet.";
        en "{value} must be more than 0.", "Correct the number.";
    "L855" error BindingNotInForce {}
        da "Bindingen er ikke i kraft, så den kan ikke løftes.", "Slet rækken, eller sæt in_force til true i casen.";
        en "The binding is not in force, so it cannot be lifted.", "Delete the entry, or set in_force to true in the case.";
    "L856" error TechnologyWithoutEffect {}
        da "Casen har ingen virkning for teknologien.", "Skriv effect = {{ from = \"claim\" }}, eller giv tallene med from = \"figures\".";
        en "The case has no effect for the technology.", "Write effect = {{ from = \"claim\" }}, or give the figures with from = \"figures\".";
    "L857" error TechnologyWithoutClaim {}
        da "Casen har ingen påstand for teknologien eller ingen opgaver, den gælder.", "Giv tallene med from = \"figures\", eller slet rækken.";
        en "The case has no claim for the technology, or no tasks that it is for.", "Give the figures with from = \"figures\", or delete the entry.";
    "L858" error EntryTwice { line: usize }
        da "Det samme står i linje {line}.", "Slet den ene.";
        en "The same stands in line {line}.", "Delete one of them.";
    "L859" error TasksInCircle { chain: String }
        da "Opgaver flytter rundt i ring: {chain}.", "Slet en af flytningerne.";
        en "Tasks move round in a circle: {chain}.", "Delete one of the relocations.";
    "L860" error NoNeedOfTask {}
        da "Casen har ingen timer af opgaven i arenaen.", "Vælg en opgave og en arena, der står i needs.";
        en "The case has no hours of the task in the setting.", "Choose a task and a setting that stand in needs.";
    "L861" error NoIntake {}
        da "Casen har intet optag for faggruppen.", "Giv den rækken intake i workforce, eller vælg en anden faggruppe.";
        en "The case has no intake for the staff group.", "Give it a row of intake in workforce, or choose another group.";
    "L862" error NoPopulation {}
        da "Casen har ingen befolkning, så den har ingen år at fremskrive til.", "Tilføj tabellen population.";
        en "The case has no population, so there are no years to project to.", "Add the table population.";

    // Tables of Statistics Denmark.
    "L871" error NotFromStatbank { reason: String }
        da "Det er hverken CSV fra Statistikbanken med semikolon og INDHOLD til sidst eller JSON-stat: '{reason}'.", "Hent tabellen igen fra api.statbank.dk som CSV, BULK eller JSONSTAT.";
        en "This is neither CSV from Statistics Denmark, with semicolons and INDHOLD last, nor JSON-stat: '{reason}'.", "Fetch the table again from api.statbank.dk as CSV, BULK or JSONSTAT.";
    "L872" error StatbankNoDimension { dimension: String }
        da "Tabellen er ikke delt efter {dimension}.", "Hent den med alle værdier af {dimension}.";
        en "The table is not divided by {dimension}.", "Fetch it with all values of {dimension}.";
    "L873" error StatbankNoTotal { dimension: String }
        da "{dimension} har flere værdier, men ingen, der er i alt.", "Hent tabellen med én værdi af {dimension}.";
        en "{dimension} has several values, but none that is the total.", "Fetch the table with one value of {dimension}.";
    "L874" error StatbankAge { value: String }
        da "'{value}' er ingen alder, som Leon kan læse.", "Skriv den som 67 år, 65-79 år eller 80 år og derover.";
        en "'{value}' is no age that Leon can read.", "Write it as 67 år, 65-79 år or 80 år og derover.";
    "L875" error StatbankTime { value: String }
        da "'{value}' er intet år eller kvartal.", "Skriv det som 2026 eller 2026K1.";
        en "'{value}' is no year or quarter.", "Write it as 2026 or 2026K1.";
    "L876" error StatbankValue { value: String }
        da "'{value}' er intet tal, der kan bruges.", "Hent tabellen uden de år eller aldre, der ikke er opgjort.";
        en "'{value}' is no number that can be used.", "Fetch the table without the years or ages that are not counted.";
    "L877" error StatbankAgesDoNotFit {}
        da "Aldrene går på tværs af Leons: 0-5, 6-16, 17-19, 20-34, 35-64, 65-79 og 80+, eller femårsgrupper til 85+.", "Hent tabellen på etårsaldre eller på en af de to inddelinger.";
        en "The ages cross Leon's: 0-5, 6-16, 17-19, 20-34, 35-64, 65-79 and 80+, or five-year ages to 85+.", "Fetch the table by single ages or by one of the two divisions.";
    "L878" error StatbankAgesMissing { place: String, year: u32 }
        da "'{place}' har i {year} ikke alle aldre én gang.", "Hent tabellen med alle aldre og hver kun én gang.";
        en "'{place}' does not have all ages once in {year}.", "Fetch the table with all ages, each only once.";
    "L879" error StatbankNoArea {}
        da "Casen har ingen af tabellens områder.", "Brug en tabel med casens steder: deres id er kommunens nummer, eller navnene er ens.";
        en "The case has none of the table's areas.", "Use a table with the case's places: their ids are the municipality's number, or the names are alike.";
    "L880" warning StatbankArea { area: String }
        da "Casen har ikke '{area}', så området er udeladt.", "Er det et sted i casen, så giv det områdets nummer eller navn.";
        en "The case does not have '{area}', so the area is left out.", "If it is a place of the case, give that the area's number or name.";

    // All files.
    "L901" warning TooMany { more: usize }
        da "Der er {more} problemer til.", "Ret dem, der står her, og kør igen.";
        en "There are {more} more problems.", "Correct those listed and run again.";
}
