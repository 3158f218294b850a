# Hvad Leon siger på dansk. Tal kommer færdigskrevne; kun { $count } vælger mellem ental og flertal.

# Overskriften
headline-title = Hvor mangler hænderne? { $title }
headline-need = Behov, timer om ugen
headline-staff = gøres af personale
headline-technology = gøres digitalt
headline-unmet = udækket
headline-fte = De udækkede timer svarer til { $fte } årsværk. Vægtet efter alvor er det { $weighted } timer om ugen.
headline-weighted = Vægtet efter alvor er det { $weighted } timer om ugen.
headline-bought = Af personalets timer er { $hours } købt (merarbejde, ansættelse, vikarer) for { $dkk } kr. om ugen.
headline-lifted = { $count ->
    [one] Løftet binding: { $bindings }.
   *[other] Løftede bindinger: { $bindings }.
}
list-more = { $count ->
    [one] … og { $more } mere
   *[other] … og { $more } flere
}

# Kolonner
column-region = Region
column-place = Sted
column-setting = Arena
column-group = Faggruppe
column-competence = Kompetence
column-complexity = Kompleksitet
column-task = Opgave
column-need = Behov
column-staff = Personale
column-unmet = Udækket
column-share = Andel
column-weighted = Vægtet
column-binding = Binding
column-theme = Tema
column-justified = Begrundet
column-saved = Vægtede timer
column-extra-dkk = Ekstra køb, kr.
column-in-all-dkk = I alt, kr.
column-source = Kilde
column-lifted-too = Løftes også
column-together = Sammen
column-alone = Hver for sig
column-interaction = Samspil
column-min = Lavest
column-median = Median
column-max = Højest
column-dearest = Højest i
column-scarce = Knap i
column-doer = Hvem
column-before = I dag
column-after = Efter
column-change = Ændring
column-places = Steder
column-taken-over = Overtaget
column-price-max = Højeste pris
column-technology = Teknologi
column-technology-hours = Overtager
column-maturity = Modenhed
column-evidence = Evidens
column-figures-in = Tal i
column-class = Evidens
column-figures = Antal
column-range = Spænd
column-account = Konto
column-in = Ind
column-out = Ud
column-balance = Saldo

# Gabet
gap-regions = Udækket i regionerne, timer om ugen
gap-places = Steder med størst udækket andel, timer om ugen
gap-settings = Arenaer, timer om ugen
gap-groups = Faggrupper, timer om ugen
gap-competences = Kompetencer, timer om ugen
gap-tasks = Opgaver, timer om ugen

# Bindinger
bindings-title = Hvad holder mest: vægtede timer om ugen, der dækkes, hvis bindingen løftes alene
bindings-none = Ingen enkelt binding dækker flere timer ved at blive løftet alene.
sets-title = Løftes flere på én gang: vægtede timer om ugen
theme-profession_boundaries = Faggruppegrænser
theme-law_and_guidelines = Lov og retningslinjer
theme-leadership_and_change = Ledelse og forandring
theme-organisation_and_resources = Organisering og ressourcer
theme-expectations = Forventningspres
justified-yes = ja
justified-no = nej
justified-disputed = omstridt

# Knaphedspriser
prices-title-dkk = Knaphedspris: hvad én time mere er værd, kr.
prices-title-hours = Knaphedspris: hvad én time mere dækker, vægtede timer
prices-scarce = { $scarce } af { $all }

# Hvem gør hvad
moves-doers = Hvem gør arbejdet, timer om ugen
moves-tasks = Opgaver, der flytter mest, timer om ugen
who-nobody = Udækket

# Nye flaskehalse
shortages-title = Nye flaskehalse: faggrupper, der overtager og nu selv er knappe

# Modenhed
maturity-title = Store opgaver med modne teknologier, timer om ugen

# Evidens
evidence-title = Hvad svaret hviler på: andel af timerne
evidence-of-need = Behov
evidence-of-staff = Personale
evidence-of-technology = Teknologi
evidence-of-unmet = Udækket
evidence-measured = Målt af Leon
evidence-register = Registerdata
evidence-informants = Mindst tre informanter
evidence-single_case = Enkelt case
evidence-claim = Påstand
evidence-assumption = Antagelse
assumptions-title = Antagelser og påstande, efter kilde
assumptions-none = Casen har hverken antagelser eller påstande.

# Videre
next-title = Videre
next-explain = Hvorfor mangler de, og hvad er billigst?  leon match { $case } --explain gap:{ $place }:{ $group }
next-out = Hele svaret som rapport, Excel, CSV og Parquet:  leon match { $case } --out MAPPE
next-written = Hele svaret ligger i { $out }. Begynd med { $out }/report.html.

# Forklaring
explain-title = Hvorfor mangler der timer i { $place }: { $group }?
explain-unmet = { $unmet } af { $need } timer om ugen er udækket ({ $share }).
explain-nothing = Her mangler ingen timer: alle { $need } timer om ugen er dækket.
explain-tasks = Det mangler
explain-reasons = Derfor
explain-ways = De billigste veje
explain-no-way = Casen har ingen vej til flere timer her: ingen binding, ingen timer at købe og ingen teknologi gør en forskel.
why-used-up = { $group } i { $setting } må gerne, men alle timer er i brug, også dem der kan købes. Det gælder { $unmet } timer.
why-no-staff = Der er ingen { $group } i { $setting }. Det gælder { $unmet } timer.
why-lacks = { $group } i { $setting } har ikke kompetencen { $competence }. Det gælder { $unmet } timer.
why-forbidden = { $group } i { $setting } kunne, men må ikke på grund af bindingen { $binding }. Det gælder { $unmet } timer.
why-held-back = { $group } i { $setting } har ledige timer, men kravet om kontinuitet eller en binding på andele holder igen. Det gælder { $unmet } timer.
why-technology = { $technology } gør, hvad den kan med dagens udbredelse. Det gælder { $unmet } timer i { $setting }.
why-technology-forbidden = { $technology } må ikke bruges i { $setting } på grund af bindingen { $binding }. Det gælder { $unmet } timer.
way-lift = Løft bindingen { $binding } (--lift { $id }): dækker { $met } timer om ugen.
way-hours = { $hours } timer mere af { $group } i { $where }: dækker { $met } timer om ugen.
way-hours-bought = { $hours } timer mere af { $group } i { $where } ved { $kind }: dækker { $met } timer om ugen.
way-technology = Brug { $technology } overalt, hvor den kan: dækker { $met } timer om ugen.
way-cost = Det koster { $week } kr. om ugen, { $hour } kr. pr. dækket time.
way-saves = Det sparer { $week } kr. om ugen på købte timer.
way-free = Det koster ingen købte timer.
way-cost-unknown = Casen har ingen pris på det.
extra-overtime = merarbejde
extra-recruitment = ansættelse
extra-agency = vikarer

# Kontrol af en case
check-clean = { $title } er i orden.
check-counts = { $places } steder, { $settings } arenaer, { $groups } faggrupper, { $competences } kompetencer, { $tasks } opgaver, { $technologies } teknologier.
check-need = Behov: { $hours } timer om ugen i { $rows } rækker.
check-capacity = Personale: { $hours } plejetimer om ugen ({ $fte } årsværk).
check-bindings = Bindinger i kraft: { $force } af { $all }.
check-evidence-hint = Se hvad tallene hviler på:  leon check { $case } --evidence
problems-errors = { $count ->
    [one] { $number } fejl. Ret den, og prøv igen.
   *[other] { $number } fejl. Ret dem, og prøv igen.
}
problems-warnings = { $count ->
    [one] { $number } advarsel. Casen kan planlægges alligevel.
   *[other] { $number } advarsler. Casen kan planlægges alligevel.
}

# Ny case
init-done = Et lille eksempel ligger i { $dir }. Ret tabellerne, og kør så:  leon match { $dir }

# Fejl
failure-folder-in-use = { $dir } er ikke tom. Vælg en anden mappe, eller skriv --force for at erstatte den case, der ligger der.
failure-foreign-folder = { $dir } er ikke tom og er ikke et tidligere resultat fra Leon. Vælg en anden mappe.
failure-write = Kunne ikke skrive i { $dir }: { $reason }. Se efter, om mappen kan skrives i, og om der er plads.
failure-unknown-binding = Casen har ingen binding '{ $id }'. Dens bindinger er: { $known }.
failure-binding-not-in-force = Bindingen '{ $id }' er ikke i kraft og kan derfor ikke løftes. I kraft er: { $known }.
failure-unknown-place = Casen har intet sted '{ $id }'. Sæt et id fra places.csv.
failure-unknown-group = Casen har ingen faggruppe '{ $id }'. Sæt et id fra staff_groups.csv: { $known }.
failure-not-result = { $dir } er ikke et helt resultat fra Leon. { $reason } Lav et med leon match CASE --out MAPPE.
failure-internal = Leon fejlede: { $reason }. Det er en fejl i Leon, ikke i casen. Send den med casen, hvis den må deles.

# Undervejs
progress-plan = Planlægger
progress-bindings = Bindinger
progress-sets = Samspil

# Rapporten
report-kicker = Leon · Hvor mangler hænderne?
report-headline = Kort fortalt
report-headline-lead = Behovet for pleje, hvem der dækker det, og hvad der ikke bliver gjort, når hver opgave ligger hos dem, der må og kan, på laveste effektive niveau.
figure-need = Behov
figure-unmet = Udækket
figure-share = Udækket andel
figure-fte = Svarer til
figure-weighted = Vægtet efter alvor
figure-bought = Købte timer
unit-hours-week = timer om ugen
unit-of-need = af behovet
unit-weighted = vægtede timer om ugen
unit-fte = årsværk
unit-bought = timer om ugen for { $dkk } kr.
report-map = Sted for sted
report-map-lead = Hvert sted med sin udækkede andel af behovet, de hårdest ramte først.
map-title = Kort over stederne: cirklens farve viser den udækkede andel
map-place = { $place }: { $unmet } af { $need } timer udækket ({ $share })
map-legend = { $from } – { $to }
map-legend-last = fra { $from }
map-caption-age = Cirklens areal følger antallet af borgere på 80 år og derover, farven den udækkede andel. Cirkler er skubbet fra hinanden, hvor de ellers ville dække hinanden. Tallene er rangen i tabellen.
map-caption-need = Cirklens areal følger behovet, farven den udækkede andel. Cirkler er skubbet fra hinanden, hvor de ellers ville dække hinanden. Tallene er rangen i tabellen.
report-gap = Hvem og hvad mangler?
report-gap-lead = De samme timer set efter arena, faggruppe, kompetence og opgave. En faggruppes udækkede timer er dem, den ville have haft efter dagens fordeling. Vægtet er timer gange opgavens og tilstandens alvor.
report-bindings = Hvad holder os tilbage?
report-bindings-lead = Hver binding for sig: Leon har planlagt igen uden den. Længden viser de vægtede timer om ugen, der så bliver dækket.
report-sets-note = Er samspillet over nul, har bindingerne brug for hinanden; er det under nul, dækker de over de samme timer.
report-prices = Hvad er en time værd?
report-prices-lead = Knaphedsprisen er, hvad én time mere om ugen ville være værd, der hvor gruppen mangler. Stregen går fra laveste til højeste sted, mærket er medianen.
report-who = Hvem gør hvad?
report-who-lead = Timer om ugen efter dagens fordeling og i planen.
report-who-caption = { $setting }, timer om ugen
report-all-settings = Alle arenaer
report-shortages = Hvor flytter manglen hen?
report-shortages-lead = Grupper, der overtager opgaver og selv er brugt op. Prisen er de vægtede timer, én time mere ville dække, der hvor den er højest.
report-maturity = Hvor er teknologien moden?
report-maturity-lead = Opgavernes timer gange modenheden (0–5) af den mest modne teknologi, der dækker dem.
report-evidence = Hvad hviler svaret på?
report-evidence-lead = Andelen af timerne efter, hvor sikkert tallene kendes, og hver antagelse og påstand i casen.
report-sources = Kilder
report-sources-lead = Alle kilder, som casens tal og bindinger henviser til.
report-about = Om beregningen
report-about-lead = Planen er efterprøvet af en kontrol, der ikke deler kode med planlæggeren, og timerne stemmer på minuttet i regnskabet.
report-about-run = Leon { $version } på casen { $case }: et lineært program med { $columns } kolonner og { $rows } rækker, løst { $solves } gange.
report-about-hash = Casens fingeraftryk (SHA-256):
column-count = Antal
column-spread = Spredning
column-potential = Timer × modenhed

# Regnskabet
complexity-low = lav
complexity-medium = middel
complexity-high = høj
ledger-title = Timeregnskabet for en uge, timer:minutter
ledger-title-day = Timeregnskabet for dagen, timer:minutter
released-title-day = Frigivet, timer:minutter
released-lines-day = Konto for konto, timer:minutter mindre
ledger-groups = Faggruppernes tid, timer:minutter
ledger-sum = I alt
ledger-bought = Købt
ledger-around-care = Om plejen
released-title = Frigivet, timer:minutter om ugen
released-total = { $hours } personaletid er frigivet, når de samme behov planlægges med ændringen. Minus er en omkostning.
released-lines = Konto for konto, timer:minutter mindre om ugen
released-dropped = Pleje, der ikke længere bliver givet: { $hours }. Den er ikke talt med som frigivet.
released-dropped-none = Ingen pleje er faldet væk.
released-gained = Pleje, der er kommet til: { $hours }
released-gained-none = Ingen pleje er kommet til.
column-released = Frigivet
column-less = Mindre
column-hours = Timer
failure-needs-differ = { $count ->
    [one] De to resultater har ikke samme behov, så de kan ikke sammenlignes: { $task } ({ $complexity }) i { $setting }, { $place } er { $without } uden og { $with } med ændringen. Planlæg begge fra cases med de samme behov.
   *[other] De to resultater har ikke samme behov, så de kan ikke sammenlignes. { $number } behov er forskellige, først { $task } ({ $complexity }) i { $setting }, { $place }: { $without } uden og { $with } med ændringen. Planlæg begge fra cases med de samme behov.
}
account-need = Behov
account-cover = Dækning
account-technology = Teknologi
account-unmet = Udækket
account-presence = Fremmøde
account-pace = Tempo
account-care = Pleje
account-paid = Betalt
account-overtime = Merarbejde
account-recruitment = Ansættelse
account-agency = Vikarer
account-at_hand = Tid til rådighed
account-supervision = Supervision
account-training = Oplæring
account-technology_operation = Drift af teknologi
account-lent_out = Udlånt
account-pool = Pulje
account-lent_in = Lånt ind
account-lost_on_the_way = Tabt på vejen
account-outside_care = Uden for pleje
account-travel = Kørsel
account-waiting = Ventetid
account-documentation = Dokumentation og møder
account-break = Betalte pauser
account-day_duty = Dagvagt
account-evening_duty = Aftenvagt
account-night_duty = Nattevagt
account-on_call = Vagt og rådighed
account-fixed_duty = Faste opgaver
account-absence = Fravær
account-carried = Overført
account-idle = Ledig
account-rounding = Afrunding
report-gap-met = { $count ->
    [one] Én mere har behov og er dækket fuldt ud.
   *[other] { $number } flere har behov og er dækket fuldt ud.
}

# Ruter: dagen og planen
column-level = Trin
column-goal = Mål
column-value = Værdi
column-unit = Enhed
column-made-of = Heraf
column-visit = Besøg
column-citizen = Borger
column-what = Hvad
column-window = Tidsrum
column-priority = Prioritet
column-carer = Medarbejder
column-time = Tid
column-visits = Besøg
column-care = Hos borgere
column-travel = Kørsel
column-waiting = Ventetid
column-pauses = Pauser
column-overtime = Overtid
day-synthetic = Dagen er opdigtet: ingen borgere, medarbejdere eller adresser er virkelige.
day-warnings = { $count ->
    [one] { $number } advarsel. Dagen kan planlægges alligevel.
   *[other] { $number } advarsler. Dagen kan planlægges alligevel.
}
plan-of-other-day = { $plan } er lavet af en anden dagsfil end den, der er givet.
route-title = Besøgsplan { $dates }
route-counts = { $visits } besøg hos { $citizens } borgere, { $carers } medarbejdere.
route-all-planned = Alle besøg er planlagt.
route-left-out = { $number } besøg er ladt ude.
route-goals = Mål, de vigtigste først
route-left-out-title = Ladt ude
route-carers = Medarbejdernes tid, timer:minutter
route-sum = I alt
route-next-out = Gem planen:  leon route plan { $day } --out PLAN.json
route-next-written = Planen ligger i { $plan }. Efterprøv den:  leon route check { $day } { $plan }
route-stands = Planen overholder alle regler.
route-broken-title = Planen bryder disse regler
route-broken = { $count ->
    [one] { $number } regel er brudt. Ret planen, eller planlæg igen.
   *[other] { $number } regler er brudt. Ret planen, eller planlæg igen.
}
visit-optional = valgfrit ({ $minutes } min.)
by-screen = skærm
progress-route = Planlægger, runde { $rounds }

# Ruter: mål
goal-left_out = Ladt ude
goal-lateness = Forsinkelse
goal-level = Laveste niveau
goal-paid_time = Betalt tid uden for pleje
goal-continuity = Kendte ansigter
goal-fairness = Jævn belastning
goal-changes = Ændringer
goal-unit-left_out = prioritet
goal-unit-lateness = vægtede min.
goal-unit-level = min. × niveauer
goal-unit-paid_time = min.
goal-unit-continuity = nye ansigter
goal-unit-fairness = min.²
goal-unit-changes = besøg
part-visit-left-out = besøg ladt ude
part-slot-left-out = pladser uden medarbejder
part-late = for sent
part-above-lowest-level = over laveste niveau
part-travel = kørsel
part-waiting = ventetid
part-overtime = overtid
part-new-face = nye ansigter
part-unwanted = uønskede
part-wanted = ønskede
part-above-fair-share = over rimelig andel
part-other-carer = anden medarbejder
part-other-time = anden tid

# Ruter: brudte regler
stop-visit = { $carer }, besøg { $visit }
stop-pause = { $carer }, pause { $pause }
stop-home = { $carer }, vejen hjem
broken-unknown-carer = Dagen har ingen medarbejder { $carer }.
broken-unknown-shift = { $carer } har ingen vagt nr. { $shift }.
broken-route-twice = { $carer } har { $routes } ruter i vagten { $shift }, men må have én.
broken-no-visits = { $carer } har en rute uden besøg i vagten { $shift }.
broken-unknown-visit = { $carer } skal til besøget { $visit }, som dagen ikke har.
broken-unknown-slot = { $carer } har plads { $slot } i besøg { $visit }, som har { $slots }.
broken-unknown-pause = { $carer } holder pause { $pause } i vagten { $shift }, som har { $pauses }.
broken-wrong-transport = { $carer } kører med { $transport } i vagten { $shift }, men må med { $allowed }.
broken-no-way = { $stop }: der er ingen vej med { $transport } fra { $from } til { $to }.
broken-wrong-travel = { $stop }: planen siger { $said } min. kørsel, men vejen tager { $found } min.
broken-wrong-arrival = { $stop }: ankommer { $arrive }, men kører { $leaves } og er { $travel } min. undervejs.
broken-before-arrival = { $stop }: begynder { $start }, før ankomsten { $arrive }.
broken-wrong-end = { $stop }: er fra { $start } til { $end }, men skal vare { $duration } min.
broken-before-shift = { $carer } kører { $leave }, før vagten { $shift } begynder { $begins }.
broken-outside-windows = Besøg { $visit }: { $carer } begynder { $start }, men må begynde { $windows }.
broken-competence = Besøg { $visit }: { $carer } har ikke kompetencen { $competence }.
broken-group = Besøg { $visit }: { $carer } er { $group }, men her må kun { $allowed } komme.
broken-forbidden = Besøg { $visit }: { $carer } må ikke komme her.
broken-trainee = Besøg { $visit }: { $carer } er under oplæring, men plads { $slot } er ikke til oplæring.
broken-no-trainee = Besøg { $visit }: plads { $slot } er til oplæring, men { $carer } er ikke under oplæring.
broken-mode-screen = Besøg { $visit } er på skærm, men { $carer } arbejder ikke ved en skærm.
broken-mode-physical = Besøg { $visit } er hos borgeren, men { $carer } arbejder ved en skærm.
broken-slot-twice = Besøg { $visit }: plads { $slot } er fyldt { $times } gange.
broken-same-carer = Besøg { $visit }: { $carer } har både plads { $first } og { $second }. De kræver hver sin medarbejder.
broken-partly-filled = Besøg { $visit }: andre kommer, men plads { $slot } er tom, og den er nødvendig.
broken-not-together = Besøg { $visit }: plads { $slot } begynder { $gap } min. efter den første, men skal begynde { $from } til { $to } min. efter.
broken-order = Besøg { $second } begynder { $gap } min. efter besøg { $first }, men skal begynde mindst { $least } min. efter.
broken-order-between = Besøg { $second } begynder { $gap } min. efter besøg { $first }, men skal begynde { $least } til { $most } min. efter.
broken-pause-missing = { $carer } mangler pause { $pause } i vagten { $shift }.
broken-pause-twice = { $carer } holder pause { $pause } { $times } gange i vagten { $shift }.
broken-pause-outside = { $stop }: begynder { $start }, men må begynde fra { $earliest } til { $latest }.
broken-wrong-done = { $carer } er færdig { $done } i vagten { $shift }, men slutter det sidste { $last } og kører { $travel } min.
broken-too-late = { $carer } er færdig { $done } i vagten { $shift }, men skal være det { $latest }.
broken-travel-max = { $carer } kører { $travel } min. i vagten { $shift }, men må højst { $most } min.
broken-visits-max = { $carer } har { $visits } besøg i vagten { $shift }, men må højst have { $most }.
broken-cars = Bilpuljen { $pool } har { $cars } biler, men { $out } er ude { $at }.
broken-left-out-unknown = Planen lader besøget { $visit } ude, men dagen har det ikke.
broken-left-out-slot = Planen lader plads { $slot } ude i besøg { $visit }, som har { $slots }.
broken-left-out-filled = Besøg { $visit }: plads { $slot } er både ladt ude og fyldt af { $carer }.
broken-left-out-twice = Besøg { $visit }: plads { $slot } er ladt ude { $times } gange.
broken-left-out-missing = Besøg { $visit }: plads { $slot } er hverken fyldt eller ladt ude.
broken-pinned-carer = Besøg { $visit } er låst til { $pinned }, men { $found } kommer.
broken-pinned-start = Besøg { $visit } er låst til { $pinned }, men begynder { $found }.

# Filer
failure-no-file = Filen { $file } findes ikke. Ret stien.
failure-not-text = Filen { $file } er ikke tekst i UTF-8. Gem den som UTF-8.
failure-read = Filen { $file } kunne ikke læses: { $reason }.
failure-write-file = Kunne ikke skrive { $file }: { $reason }. Se efter, om der kan skrives dér, og om der er plads.
failure-route-internal = Leon fejlede: { $reason }. Det er en fejl i Leon, ikke i dagen. Send den med dagsfilen, hvis den må deles.

# Forskningsformater
research-hhcrsp = { $patients } patienter, { $used } af { $caregivers } plejere i brug.
research-hhcrsp-cost = Afstand { $distance }, forsinkelse { $late }, største forsinkelse { $worst }: mål { $cost }.
research-vrplib = { $customers } kunder, { $used } af { $vehicles } køretøjer i brug. Afstand { $cost }.
research-left-out = { $number } besøg kunne ikke få plads, først { $first }, så der er ingen løsning at skrive. Giv mere tid, eller se efter, om der er en.
research-one-thread = Forskningsfiler regnes på én tråd, så tider kan sammenlignes. Skriv --threads 1.
research-inrc2 = { $nurses } sygeplejersker, { $weeks } uger: pris { $cost }.
research-shiftsched = { $staff } ansatte, { $days } dage: pris { $cost }.
research-roster-broken = Der blev ikke fundet en vagtplan, der holder alle ufravigelige regler, så der er ingen at skrive. Giv mere tid, eller se efter, om der er en.
research-instance-name = '{ $name }' siger ikke datasæt, historik og uger. Skriv det som n030w4_1_6-2-9-1.
research-weeks = Navnet nævner { $found } uger; scenariet har { $expected }. Nævn lige så mange.
research-data-not-file = INRC-II læses fra en mappe: giv --data og --instance, og ingen fil.
research-file-not-data = Filer til vagtlægning læses én ad gangen: giv filen, uden --data og --instance.
research-weeks-of-inrc2 = Kun INRC-II planlægges uge for uge. Lad --week-by-week stå ude.
research-no-option = { $option } er for dage, ikke for forskningsfiler. Lad den stå ude.

# Opdigtede dage
generate-done = En opdigtet dag ligger i { $file }: { $dates }.
generate-next = Planlæg den:  leon route plan { $file }
generate-no-needs = '{ $id }' har ingen behov i hjemmepleje eller hjemmesygepleje, som nogen må dække. Vælg en kommune.
generate-no-point = Hverken '{ $id }' eller et sted over den har et punkt på kortet. Sæt latitude og longitude i places.csv.
generate-out-of-range = { $option } er { $value }, men skal være fra { $low } til { $high }.
generate-too-many-groups = Casen har { $groups } faggrupper, og en dag kan højst skelne 64.
generate-roster-done = En opdigtet vagtplanperiode ligger i { $file }: { $first } til { $last }, { $people } personer i { $groups } faggrupper, { $units } afsnit, { $wishes } ønsker.
generate-roster-synthetic = Perioden er opdigtet: ingen medarbejdere er virkelige.
generate-roster-next = Læs den efter:  leon roster check { $file }
generate-no-monday = { $date } er ikke en mandag i årene 1990 til 2190. En periode begynder med en mandag.
failure-no-date = '{ $date }' er ikke en dato. Skriv den som 2026-11-23.

# Ruter: lister og side
lists-title = Køreliste { $dates }
lists-sums = { $visits } besøg · { $care } hos borgere · { $travel } på vej ({ $transport })
lists-sums-short = { $visits } besøg · { $care } hos borgere ({ $transport })
lists-with = sammen med { $carers }
lists-of-which-travel = heraf { $minutes } min. på vej; besøget begynder { $start }
lists-travel = { $minutes } min. på vej
pause-break = Pause
pause-appointment = Aftale
column-done = Udført
column-with = Sammen med
figure-visits = Planlagte besøg
unit-of = af { $all }
unit-visits = besøg
unit-hours-minutes = timer:minutter
route-published = Planen ligger i { $out }. Begynd med { $out }/{ $page }; lists.html er til at printe.
route-next-publish = Kort, kørelister og kalendere:  leon route publish { $day } { $plan } --out MAPPE
page-headline-lead = Hvad der er planlagt, og hvor medarbejdernes tid går hen.
page-map = Kort
page-map-lead = En linje for hver rute, lige fra sted til sted. Vælg en linje for at se rutens besøg.
page-map-title = Kort over ruterne
page-map-caption = Cirkler er steder, der besøges. Firkanter er steder, hvor vagter begynder eller slutter.
page-map-route = { $carer }: { $visits } besøg, { $travel } på vej
page-bars = Dagen i tid
page-bars-lead = En bjælke for hver rute. Vælg et besøg for at se det på listen nedenfor.
page-bars-title = Ruterne som bjælker i tid
page-bar-visit = { $carer } { $time }: { $what }, borger { $citizen }
page-bar-pause = { $carer } { $time }: { $what }
page-key-visit = Besøg (farven er medarbejderens)
page-stops = Besøg for besøg
page-stops-lead = Hver rute med sine besøg i rækkefølge. Kørsel og ventetid er før besøget, timer:minutter.
page-left-out-lead = Besøg, som ingen kommer til. Fold et ud for at se hvorfor, og hvad der ville hjælpe.
page-goals-lead = Planens værdi mål for mål. Mindre er bedre, og et tidligere trin går forud for alle senere.
page-about = Om planen
page-about-lead = Planen er efterprøvet af en kontrol, der ikke deler kode med planlæggeren.
page-about-run = Leon { $version }, frø { $seed }, { $budget }.
page-about-hash = Dagsfilens fingeraftryk (SHA-256):
budget-rounds = { $rounds } runder
budget-seconds = { $seconds } sekunder

# Ruter: hvorfor og hvad i stedet
explain-visit = { $visit } hos { $citizen }, { $window }, prioritet { $priority }
explain-goal = { $goal }: det, der koster mest
explain-done-without = Besøget bliver gjort, men plads { $slots } er tom.
explain-fits = Det kan passes ind: { $placed }. Det koster: { $cost }.
explain-remedies = Det ville hjælpe, det billigste først:
explain-no-remedy = Ingen enkelt ændring på op til tre timer får det til at passe.
explain-obstacles = Derfor kommer ingen:
hindered-slot = plads { $slot }: { $reason }
hindered-competence = har ikke kompetencen { $competence }
hindered-group = er { $group }; her må { $allowed } komme
hindered-forbidden = må ikke komme hos borgeren
hindered-trainee = er under oplæring, og pladsen er ikke til oplæring
hindered-no-trainee = er ikke under oplæring, og pladsen er til oplæring
hindered-screen = arbejder ikke ved en skærm
hindered-physical = arbejder ved en skærm
hindered-pinned = pladsen er låst til { $carer }
hindered-other-slot = har allerede plads { $slot } i besøget
hindered-no-way = der er ingen vej
hindered-window = kan først være der { $comes }, og besøget skal begynde senest { $closes }
hindered-start-pinned = kan først begynde { $comes }, og besøget er låst til { $pinned }
hindered-no-gap = intet hul er langt nok; i det bedste ville { $next } begynde { $comes }, men skal senest { $latest }: { $minutes } min. for lidt
hindered-overtime = ville være færdig { $done }, men skal senest { $latest }
hindered-travel = ville køre { $travel } min., men må højst { $most }
hindered-visits = har de { $most } besøg, der højst må være
hindered-car = bilpuljen { $pool } har ikke flere biler
hindered-together = kan ikke passe med besøget { $with }
hindered-second = kunne begynde { $at }, men ingen kan tage den anden plads til tiden
hindered-could = kunne begynde { $at }; det koster mere, end det er værd, eller planen kan blive bedre
costs-nothing = ingenting
moved-later = { $visit } { $minutes } min. senere
moved-earlier = { $visit } { $minutes } min. tidligere
remedy-later = Lad besøget begynde op til { $minutes } min. senere.
remedy-earlier = Lad besøget begynde { $minutes } min. tidligere.
remedy-overtime = Giv { $carer } { $minutes } min. mere overtid.
remedy-travel = Lad { $carer } køre { $minutes } min. mere.
remedy-visits = Giv { $carer } ét besøg mere, end vagten må have.
remedy-group = Lad { $group } komme på plads { $slot }. En binding i casen kan forbyde det.
remedy-unpin-carer = Lås op, hvem der kommer på plads { $slot }.
remedy-unpin-start = Lås tidspunktet op.
remedy-leave-out = Lad { $visit } ude i stedet; det tæller mindre.
remedy-placed = Så kommer { $placed }.
remedy-moves = Det flytter { $moved }.
remedy-kroner = Pris: { $dkk } kr.
remedy-price = Pris: svarer til { $minutes } min. arbejdstid.
about-visit-left-out = Besøg { $visit } er ladt ude
about-slot-left-out = Plads { $slot } i besøg { $visit } er tom
about-late = { $carer } kommer for sent til { $visit }
about-level = { $visit } bliver gjort af { $carer }, selv om et lavere niveau må
about-travel = { $carer } kører
about-waiting = { $carer } venter
about-overtime = { $carer } har overtid
about-new-face = { $carer } er et nyt ansigt for { $citizen }
about-unwanted = { $carer } er uønsket i { $visit }
about-wanted = { $carer } er ønsket i { $visit }
about-fair-share = { $carer } har mere end en rimelig andel
about-other-carer = { $visit } gøres ikke af { $carer }, som planlagt før
about-other-time = { $carer } kommer på et andet tidspunkt i { $visit }
because-comes-from = Forud går { $after } til { $free }; fremme { $arrive }, begynder { $start }.
because-ways = Længste veje: { $ways }
because-waits = Længste ventetid før { $waits }
because-ends = Det sidste er { $last }; vagten slutter { $end }, men { $done } er det slut.
home = hjem
shift-start = vagtens begyndelse
goal-instead = I stedet { $placed }: { $cost }.
goal-nobody-else = Ingen anden kan.
why-not-does = { $carer } gør det allerede, { $start }.
why-not-no-shift = { $carer } har ingen vagt.
why-not-possible = { $carer } kan: { $placed }. Det koster: { $cost }.
ask-unknown-visit = Dagen har intet besøg '{ $id }'. Skriv et id fra dagsfilen.
ask-unknown-carer = Dagen har ingen medarbejder '{ $id }'. Skriv et id fra dagsfilen.
ask-visit-known = Dagen har allerede et besøg '{ $id }'. Giv det nye et andet id.
ask-unknown-slot = Besøget '{ $id }' har { $slots } pladser, så der er ingen plads { $slot }.
ask-other-day = Planen er for en anden dag. { $reason }
ask-route-broken = Ruten for { $carer } i vagten { $shift } kan ikke køres under dagens regler. Se hvorfor med leon route check.
ask-no-day = Dagen ville ikke være gyldig. { $reason }
recommend-title = { $visit } ({ $label }) hos { $citizen }, { $window }
recommend-nobody = Ingen kan tage besøget. Læg det i dagen, og se hvorfor med leon route explain.
recommend-no-visit = { $file } har intet nyt besøg. Skriv en hændelse med "kind": "visit_new".
diff-none = De to planer er ens.
diff-counts = Berørte borgere: { $citizens }. Berørte medarbejdere: { $carers }.
diff-citizens = Borgerne
diff-carers = Medarbejderne
diff-cancelled = aflyst
diff-gained = får { $visits }
diff-lost = mister { $visits }
diff-order = i en anden rækkefølge
diff-travel = { $minutes } min. kørsel
diff-done = færdig { $is } i stedet for { $was }
diff-comes = får en rute, færdig { $is }
diff-stays = har ingen rute mere
change-time = { $visit }: { $carer } begynder { $to } i stedet for { $from }.
change-carer = { $visit }: { $is } i stedet for { $was }.
change-new = { $visit }: { $is }, som ikke var planlagt før.
change-gone = { $visit }: ingen, i stedet for { $was }.
change-still-out = { $visit }: fortsat ingen.
change-cancelled = { $visit }: ikke mere i dagen, var { $was }.
change-small = (ingen mærker det)
event-sick = { $carer } er syg
event-new = nyt besøg { $visit }
event-cancelled = besøg { $visit } er aflyst
event-overrun = { $visit } trak { $minutes } min. ud
event-done = { $visit } blev gjort { $time } af { $carer }
event-cars = bilpuljen { $pool } mangler { $cars }
event-pinned = { $visit } er låst
event-unpinned = { $visit } er låst op
exceeded-citizen = Borger { $who } får { $changes } ændringer; der var lov til { $most }.
exceeded-carer = { $who } får { $changes } ændringer; der var lov til { $most }.
exceeded-citizens = { $changes } borgere mærker en ændring; der var lov til { $most }.
released-pin-carer = { $visit } var låst til { $carer }.
released-pin-time = { $visit } var låst til et tidspunkt, der er forbi.
replan-title = Planlagt igen { $now }
replan-no-changes = Ingen besøg er ændret.
replan-because = Fordi: { $event }.
replan-better = Planen er bedre sådan; intet tvang den.
replan-released = Låse, der ikke kunne holdes
replan-exceeded = Flere ændringer end der var lov til
replan-idle = Hændelser, der kom for sent til at ændre noget
replan-facts = Regler, som dagen selv har brudt
replan-refused = Hændelserne passer ikke til dagen. { $reason }

# Vejtjenester
roads-done = Rejsetider mellem { $places } steder med { $transports } ligger i { $file }.
roads-no-transport = Dagen har ingen transport af den slags. Skriv et id fra dagsfilen efter --transport.
roads-no-point = Stedet '{ $id }' har intet punkt på kortet. Sæt latitude og longitude.
roads-bad-url = Adressen på vejtjenesten er ikke en adresse. Skriv http://… eller https://….
roads-bad-profile = Efter --profile skal der stå ét ord af bogstaver, tal, bindestreg og understreg.
roads-no-connection = Ingen forbindelse til vejtjenesten i { $attempts } forsøg: { $reason }. Se efter, om den kører, og om adressen er rigtig.
roads-timed-out = Vejtjenesten svarede ikke inden for { $seconds } sekunder i { $attempts } forsøg. Se efter, om den kører, eller giv den mere tid med --timeout.
roads-broken-off = Vejtjenesten afbrød sit svar i { $attempts } forsøg. Prøv igen senere.
roads-failed = Vejtjenesten fejlede med status { $status } i { $attempts } forsøg. Prøv igen senere.
roads-refused = Vejtjenesten afviste med status { $status }: { $reason }. Se efter, om adressen og --profile er rigtige.
roads-host-unknown = dens navn kendes ikke
roads-not-running = den lytter ikke på den adresse
roads-encryption = den er ikke den, den skulle være, eller kan ikke kryptere
roads-protocol = den taler ikke HTTP
roads-machine-says = maskinen siger '{ $said }'
roads-bad-point = Punkt { $point } i dagens liste af steder ligger ikke på Jorden. Ret latitude og longitude.
roads-too-large = Vejtjenestens svar er større end { $megabytes } MB. Spørg om en mindre dag.
roads-not-an-answer = Vejtjenestens svar er ikke som { $service }s. Se efter, om adressen er rigtig.
roads-wrong-size = Vejtjenesten gav { $found } rækker eller kolonner, hvor der blev bedt om { $expected }.
roads-bad-time = Vejtjenesten gav en rejsetid, der ikke er en tid: under nul eller uden ende.
roads-cache = Rejsetiderne kan ikke gemmes i mappen efter --cache; maskinen siger '{ $said }'.
roads-other = Vejtjenesten gav ingen rejsetider, der kan bruges; den siger '{ $said }'.

# Hvor sikker planen er
risk-title = Hvor sikker er planen?
risk-lead = Ud fra { $draws } tilfældige dage, hvor besøg og kørsel tager længere eller kortere tid end planlagt. Ingen planlægger om undervejs. Spændet i tid er en antagelse, til det er målt.
risk-visits = Besøg, der oftest begynder for sent
risk-routes = Ruter, der oftest bliver for lange
risk-absences = Hvis en medarbejder ikke kommer
risk-none = Ingen i nogen af dagene.
risk-range = ({ $low } – { $high })
risk-out-of-order = Spændet skal være over 0 og gå fra mindst til størst med 1 imellem. Skriv det som 0.75:1.45.
risk-no-draws = Uden dage at trække er der ingen sandsynlighed. Skriv et tal over 0 efter --draws.
column-begins = Planlagt
column-late = For sent
column-too-late = Efter tidsrummet
column-minutes = Min. i snit
column-overrun = Efter vagten
column-beyond = Efter overtiden
column-from = Fra
column-left-out = Ladt ude
column-left-out-who = Hvilke
column-changed = Ændringer

# Hvor langt fra det bedste
bound-title = Hvor langt kan planen være fra den bedste?
bound-words = Trin for trin
bound-lead = Hvert trin er sammenlignet med alle planer, der ikke er ringere på trinene før. Tallene er bevist, rundet ned; den bedste plan kan ligge hvor som helst mellem »mindst« og planens værdi.
bound-unit-weighed = vægtede point
column-at-least = Mindst
column-from-best = Højst fra bedste
column-percent = Andel
column-how = Hvad det er
bound-best = bevist bedst
bound-floor = kun gulvet, intet bevist
bound-too-large = kun gulvet, dagen er for stor
bound-flow = bevist, uden at se på ruter
bound-finished = bevist, søgt til ende
bound-rounds = bevist, runderne slap op
bound-routes = bevist, for mange ruter
bound-stopped = bevist, standset
bound-no-answer = bevist, søgningen gik i stå
bound-said-best = Trin { $level }: Planen har { $value } { $unit }, og ingen plan kan have mindre.
bound-said = Trin { $level }: Ingen plan kan komme under { $bound } { $unit }; denne har { $value }. Den er højst { $gap } ({ $share }) fra den bedste.
bound-said-floor = Trin { $level }: Planen har { $value } { $unit }. { $bound } er kun gulvet, som målene aldrig kan komme under. Det beviser intet om, hvor god planen er.
bound-ended-finished = Flere runder giver ikke mere.
bound-ended-rounds = De { $rounds } runder er brugt; flere med --rounds kan løfte grænsen.
bound-ended-routes = Der er for mange mulige ruter til at se på dem alle, så grænsen er løs.
bound-ended-stopped = Søgningen blev standset efter { $rounds } runder; mere tid kan løfte grænsen.
bound-ended-too-large = Dagen er for stor til at søge i ruter, eller har besøg, der ingen tid tager.
bound-ended-no-answer = Søgningen gik i stå efter { $rounds } runder.
bound-relaxed = Grænsen er løsere, fordi den ikke kræver alt af de planer, den ser på: { $relaxed }.
relaxed-fractions = besøg må deles i brøkdele mellem ruter
relaxed-ties = pladser i ét besøg og besøg i rækkefølge får hver sin tid
relaxed-cars = der er bil til alle, der må få en
relaxed-travel-max = der er ingen grænse for køretid
relaxed-visits-max = der er ingen grænse for antal besøg
relaxed-shared-faces = et nyt ansigt tæller i andele
relaxed-earliest-lateness = forsinkelse regnes fra den tidligste begyndelse
relaxed-tangents = byrde regnes op til 1 point for lavt pr. medarbejder
relaxed-changed-times = en ny tid med samme medarbejder tæller ikke som ændring
relaxed-quickest-band = køretid regnes fra dagens hurtigste tidspunkt

# Vagtplaner: efterprøvning
roster-period = Perioden { $first } til { $last } er i orden: { $people } personer i { $groups } faggrupper, { $units } afsnit, { $shifts } vagter, { $rows } rækker bemanding, { $rules } regler, { $wishes } ønsker.
roster-of-other-period = { $roster } er lavet til en anden udgave af perioden.
roster-told = '{ $value }' er ikke et tidspunkt. Skriv det som 2026-11-23T12:00.
roster-stands = Vagtplanen overholder alle regler.
roster-broken-title = Vagtplanen bryder disse regler
roster-next = Næste periode, { $first } til { $last }, har { $people } medarbejdere med historik, vagtbyrde og ønskekonto, som denne vagtplan efterlader dem.
roster-next-wishes = Periodens ønsker
roster-next-wish = { $person }: { $granted } opfyldt, { $refused } afslået; { $popular } af de opfyldte ønskede andre også
roster-next-to-say = Det skal du selv skrive: helligdage, varsel, nyt fravær og ønsker.
roster-next-unsound = Den næste periode hænger ikke sammen: { $reason }. Det er en fejl i Leon.
roster-row = { $unit }, kl. { $from }-{ $to }, { $who } (række { $row })
bound-period = Vagtplanen koster, hvad der svarer til { $price } kr.; ingen kan koste mindre end { $least }: der er højst { $gap } ({ $share }) at hente. Timers bemanding og ønsker tæller efter målenes vægte.
bound-period-breaks = Vagtplanen bryder mere, end en vagtplan behøver. Den koster, hvad der svarer til { $price } kr.; ingen, der ikke bryder mere end nødvendigt, kan koste mindre end { $least }.
analyse-as-it-is = Som den er
analyse-share = { $share } af { $from } i { $to }
analyse-one-more = Én { $group } mere i { $unit }
analyse-profiles-at = Faggrupper tæller { $weight }
analyse-title = Perioden, som den er, og med én ting ændret
analyse-broken = Brudte regler
analyse-uncovered = Manglende bemanding
analyse-beside-target = Ved siden af målet
analyse-cost = Timer ved siden af normen og regler, kr.
analyse-wishes = Opfyldte ønsker
analyse-advised = Frarådet, gange
analyse-profiles = Faggrupper sammen ud over én
analyse-carried = { $people } personer, i snit { $mean } t, højst { $most } t
analyse-led = Medarbejdere pr. leder
analyse-leader = { $unit }: { $people }
analyse-unreadable = '{ $value }' kan ikke læses. Skriv --share FRA:TIL:ANDEL med en andel fra 0 til 1, --one-more GRUPPE:ENHED, --profiles VÆGT.
analyse-nothing = Sig, hvad der skal ændres: --share, --one-more eller --profiles.
analyse-unknown-unit = Perioden har ingen enhed { $unit }.
analyse-nobody-like = Ingen af { $group } arbejder i { $unit }, så der er ingen at ligne.
analyse-nobody-to-share = Ingen arbejder i { $unit } uden allerede at arbejde i den anden enhed.
analyse-unsound = Den ændrede periode hænger ikke sammen: { $reason }
roster-uncovered-title = Ikke dækket
roster-short = { $unit } den { $date } kl. { $from }-{ $to }, { $who }: når færrest er der { $fewest } af mindst { $min }, der mangler { $missing }
roster-anybody = hvem som helst
roster-more = og { $number } til
roster-too-large = Perioden har { $found } forskellige vagter, funktioner og faste opgaver; Leon kan skelne { $most }. Læg vagtplan for nogle enheder i en periode for sig.
roster-priced-title = Lovligt, men det koster
roster-advised-title = Frarådes
roster-broken = { $count ->
    [one] { $number } regel er brudt. Ret vagtplanen, eller planlæg igen.
   *[other] { $number } regler er brudt. Ret vagtplanen, eller planlæg igen.
}
roster-goals = Mål
roster-wishes-and-price = { $kept } af { $wishes } ønsker er opfyldt. Regler koster { $kroner } kr. Der mangler { $missing } bemanding.
roster-rule = { $person }, { $from } til { $to }: { $found } mod { $asked }. { $text } ({ $paragraph }; { $rule }{ $agreement })
roster-set-by = , sat af { $agreement }
roster-all = alle
roster-price = { $kroner } kr. for { $time }: { $rule }
roster-length = { $hours } t { $minutes } min
roster-unknown-person = Perioden har ingen { $person }.
roster-unknown-shift = { $person } { $date }: perioden har ingen vagt { $shift }.
roster-outside-period = { $person } { $date }, vagt { $shift }: datoen ligger ikke i perioden.
roster-function-not-in-shift = { $person } { $date }, vagt { $shift }: funktionen { $function } hører ikke til vagten.
roster-competence-missing = { $person } { $date }, vagt { $shift }: funktionen { $function } kræver kompetencen { $competence }.
roster-group-not-allowed = { $person } { $date }, vagt { $shift }: vagten er ikke for faggruppen { $group }.
roster-other-unit = { $person } { $date }, vagt { $shift }: { $unit } er ikke et af personens afsnit, og ingen pulje låner ud til det.
roster-two-places = { $person } { $date }, vagt { $shift }: personen arbejder et andet sted { $at }.
roster-while-away = { $person } { $date }, vagt { $shift }: personen er fraværende.
roster-restricted = { $person } { $date }, vagt { $shift }: et hensyn holder personen fra den.
roster-hard-wish = Ønsket { $wish } fra { $person } skal opfyldes og er det ikke.
roster-wrong-uncovered = Række { $row } { $date }: vagtplanen siger, at der mangler { $said }, og der mangler { $found }.
shift-kind-day = dag
shift-kind-evening = aften
shift-kind-night = nat
shift-kind-on_call_at_work = vagt på arbejdsstedet
shift-kind-on_call_at_home = rådighedsvagt
roster-goal-cover = Bemanding under minimum, vægtede timer
roster-goal-target = Bemanding ved siden af målet, vægtede timer
roster-goal-price = Regler med pris, overarbejde undtaget, kr.
roster-goal-cost = Timer ved siden af normen, kr.
roster-goal-burden = Vagtbyrde over en rimelig andel, timer i anden
roster-goal-wishes = Afslåede ønsker, vægtet
roster-goal-health = Frarådes, antal
roster-goal-stability = Ændrede dage
roster-goal-profiles = Faggrupper sammen ud over én

# Vagtplaner: hvor langt fra den bedste
bound-title-roster = Hvad ingen vagtplan kan koste mindre end
bound-breaches-none = Det er ikke udelukket, at en vagtplan holder alle regler.
bound-breaches = Enhver vagtplan bryder reglerne med { $least } eller mere.
bound-price = Ingen vagtplan, der holder reglerne, koster mindre end { $least }.
bound-price-among = Ingen vagtplan, der højst bryder reglerne med { $among }, koster mindre end { $least }.
bound-by-each-alone = Bevist ved at se på hver medarbejder og hvert behov for sig.
bound-by-rows = Bevist ud fra alle rækker, medarbejderne kan have, i andele.
bound-ended-rows-finished = Flere runder giver ikke mere.
bound-ended-budget = Søgningen blev standset efter { $rounds } runder; flere kan løfte grænsen.
bound-ended-labels = Der er for mange mulige rækker til at se på dem alle, så grænsen er løs.
bound-known = En søgning fandt en til { $price }: den er højst { $gap } ({ $share }) fra den bedste.
bound-known-without-share = En søgning fandt en til { $price }: den er højst { $gap } fra den bedste.
bound-known-best = En søgning fandt en til { $price }, og den er bevist den bedste.
bound-known-breaks = En søgning fandt en, der bryder reglerne med { $breaches } og koster { $price }.
bound-left-out = Grænsen er løsere, fordi { $rules } regler for medarbejdere er udeladt.
bound-demands = Hvad én mere ville ændre
bound-totals = Hvad mere plads ville ændre
bound-demand = dag { $day }: { $what }
bound-total = { $person }, { $total }, { $step } mere
column-one-more-at = Én mere til
column-more-room-in = Mere plads i
column-changes-price = Pris
total-shifts = vagter
total-time = tid
total-weekends = weekender
# Vagtplaner: for mennesker
roster-published = Vagtplanen ligger i { $out }. Begynd med { $out }/{ $page }; calendars har en kalender til hver.
roster-not-of-period = Vagtplanen taler om personer, vagter eller datoer, som perioden ikke har. Ret dem.
failure-roster-internal = Leon kunne ikke skrive vagtplanen, og det er en fejl i Leon: { $reason }
roster-page-title = Vagtplan { $first } til { $last }
roster-synthetic = Perioden er opdigtet: ingen person og intet afsnit er virkeligt.
roster-headline-lead = Vagtplanen i få tal.
roster-figure-duties = Vagter
roster-figure-broken = Regler brudt
roster-figure-short = Mangler under minimum
roster-figure-wishes = Ønsker opfyldt
roster-figure-price = Regler koster, kr.
roster-grid = Vagter
roster-grid-lead = Hvem arbejder hvornår, afsnit for afsnit og faggruppe for faggruppe. Form, bogstav og farve siger det samme. Tallene fører til det, reglerne siger.
roster-has-function = tager en funktion
roster-fixed = fast opgave
roster-person = Person
roster-rules = Hvad reglerne siger
roster-rules-lead = Hvert tal står også ved vagten eller personen. Paragraffen står i parentes.
roster-cover = Bemanding
roster-cover-lead = Det færreste antal på noget tidspunkt, mod det ønskede.
roster-cover-row = Sted, tid, hvem
roster-cover-enough = nok
roster-cover-below-target = under det ønskede
roster-cover-short = under minimum
roster-cover-title = { $fewest } af { $target }. Mangler under minimum: { $short }; op til det ønskede: { $below }.
roster-hours = Timer og vagtbyrde
roster-hours-lead = Normtimer og arbejdede timer i hver normperiode, så langt vagtplanen når. Vagtbyrde er timer over (−: under) en rimelig andel, tidligere perioder med.
roster-hours-caption = Timer og vagtbyrde for hver person
roster-norm-period = Normperiode
roster-owed = Skyldige
roster-worked = Arbejdede
roster-balance = Forskel
roster-wishes = Ønsker
roster-wishes-lead = Hvad der blev af hvert ønske.
roster-wish = Ønske
roster-wanted = Hvad
roster-dates = Datoer
roster-kept = Opfyldt
roster-wish-kept = ✓ opfyldt
roster-wish-refused = – afslået
roster-wish-broken = ✗ skal opfyldes og er det ikke
roster-wants-off = fri
roster-wants-on = på arbejde
roster-wants = { $what }
roster-wants-not = ikke { $what }
weekday-monday = ma
weekday-tuesday = ti
weekday-wednesday = on
weekday-thursday = to
weekday-friday = fr
weekday-saturday = lø
weekday-sunday = sø
absence-holiday = ferie
absence-illness = syg
absence-time_off_in_lieu = afsp.
absence-leave = orlov
burden-evenings = Aften
burden-nights = Nat
burden-weekends = Weekend
burden-public_holidays = Helligdag
burden-on_call = Rådighed
ledger-title-period = Timeregnskabet for perioden, timer:minutter
ledger-on-duty = På vagt
