# What Leon says in English. Numbers come written; only { $count } chooses the plural.

# Headline
headline-title = Where are hands missing? { $title }
headline-need = Need, hours a week
headline-staff = done by staff
headline-technology = done by technology
headline-unmet = unmet
headline-fte = The unmet hours equal { $fte } full-time positions. Weighted by severity they are { $weighted } hours a week.
headline-weighted = Weighted by severity they are { $weighted } hours a week.
headline-bought = Of the staff hours, { $hours } are bought (overtime, recruitment, agency) for { $dkk } kr. a week.
headline-lifted = { $count ->
    [one] Binding lifted: { $bindings }.
   *[other] Bindings lifted: { $bindings }.
}
list-more = … and { $more } more

# Columns
column-region = Region
column-place = Place
column-setting = Setting
column-group = Staff group
column-competence = Competence
column-complexity = Complexity
column-task = Task
column-need = Need
column-staff = Staff
column-unmet = Unmet
column-share = Share
column-weighted = Weighted
column-binding = Binding
column-theme = Theme
column-justified = Justified
column-saved = Weighted hours
column-extra-dkk = Extra bought, kr.
column-in-all-dkk = In all, kr.
column-source = Source
column-lifted-too = Lifted too
column-together = Together
column-alone = Each alone
column-interaction = Interaction
column-min = Lowest
column-median = Median
column-max = Highest
column-dearest = Highest in
column-scarce = Scarce in
column-doer = Who
column-before = Today
column-after = After
column-change = Change
column-places = Places
column-taken-over = Taken over
column-price-max = Highest price
column-technology = Technology
column-technology-hours = Takes over
column-maturity = Maturity
column-evidence = Evidence
column-figures-in = Figures in
column-class = Evidence
column-figures = Count
column-range = Range
column-account = Account
column-in = In
column-out = Out
column-balance = Balance

# The gap
gap-regions = Unmet in the regions, hours a week
gap-places = Places with the largest unmet share, hours a week
gap-settings = Settings, hours a week
gap-groups = Staff groups, hours a week
gap-competences = Competences, hours a week
gap-tasks = Tasks, hours a week

# Bindings
bindings-title = What holds us back most: weighted hours a week met if the binding is lifted alone
bindings-none = No binding alone would meet more hours if it were lifted.
sets-title = Several lifted together: weighted hours a week
theme-profession_boundaries = Profession boundaries
theme-law_and_guidelines = Law and guidelines
theme-leadership_and_change = Leadership and change
theme-organisation_and_resources = Organisation and resources
theme-expectations = Expectations
justified-yes = yes
justified-no = no
justified-disputed = disputed

# Scarcity prices
prices-title-dkk = Scarcity price: what one more hour is worth, kr.
prices-title-hours = Scarcity price: what one more hour meets, weighted hours
prices-scarce = { $scarce } of { $all }

# Who does what
moves-doers = Who does the work, hours a week
moves-tasks = Tasks that move most, hours a week
who-nobody = Unmet

# New shortages
shortages-title = New shortages: groups that take over and are now scarce themselves

# Maturity
maturity-title = Large tasks with mature technologies, hours a week

# Evidence
evidence-title = What the answer rests on: share of hours
evidence-of-need = Need
evidence-of-staff = Staff
evidence-of-technology = Technology
evidence-of-unmet = Unmet
evidence-measured = Measured by Leon
evidence-register = Register data
evidence-informants = Three informants or more
evidence-single_case = Single case
evidence-claim = Claim
evidence-assumption = Assumption
assumptions-title = Assumptions and claims, by source
assumptions-none = The case has neither assumptions nor claims.

# Next
next-title = Next
next-explain = Why are they missing, and what is cheapest?  leon match { $case } --explain gap:{ $place }:{ $group }
next-out = The whole answer as report, Excel, CSV and Parquet:  leon match { $case } --out DIR
next-written = The whole answer is in { $out }. Begin with { $out }/report.html.

# Explanation
explain-title = Why are hours missing in { $place }: { $group }?
explain-unmet = { $unmet } of { $need } hours a week are unmet ({ $share }).
explain-nothing = No hours are missing here: all { $need } hours a week are met.
explain-tasks = What is missing
explain-reasons = Why
explain-ways = The cheapest ways
explain-no-way = The case has no way to more hours here: no binding, no hours to buy and no technology makes a difference.
why-used-up = { $group } in { $setting } may do it, but all their hours are in use, those that can be bought included. This concerns { $unmet } hours.
why-no-staff = There are no { $group } in { $setting }. This concerns { $unmet } hours.
why-lacks = { $group } in { $setting } lack the competence { $competence }. This concerns { $unmet } hours.
why-forbidden = { $group } in { $setting } could do it but may not, because of the binding { $binding }. This concerns { $unmet } hours.
why-held-back = { $group } in { $setting } have hours left, but continuity or a binding on shares holds them back. This concerns { $unmet } hours.
why-technology = { $technology } does what it can at today's adoption. This concerns { $unmet } hours in { $setting }.
why-technology-forbidden = { $technology } may not be used in { $setting }, because of the binding { $binding }. This concerns { $unmet } hours.
way-lift = Lift the binding { $binding } (--lift { $id }): meets { $met } hours a week.
way-hours = { $hours } hours more of { $group } in { $where }: meets { $met } hours a week.
way-hours-bought = { $hours } hours more of { $group } in { $where } by { $kind }: meets { $met } hours a week.
way-technology = Use { $technology } wherever it can be used: meets { $met } hours a week.
way-cost = It costs { $week } kr. a week, { $hour } kr. for each hour met.
way-saves = It saves { $week } kr. a week on bought hours.
way-free = It takes no bought hours.
way-cost-unknown = The case has no price for it.
extra-overtime = overtime
extra-recruitment = recruitment
extra-agency = agency staff

# Check of a case
check-clean = { $title } is in order.
check-counts = { $places } places, { $settings } settings, { $groups } staff groups, { $competences } competences, { $tasks } tasks, { $technologies } technologies.
check-need = Need: { $hours } hours a week in { $rows } rows.
check-capacity = Staff: { $hours } care hours a week ({ $fte } full-time positions).
check-bindings = Bindings in force: { $force } of { $all }.
check-evidence-hint = See what the figures rest on:  leon check { $case } --evidence
problems-errors = { $count ->
    [one] { $number } error. Correct it and try again.
   *[other] { $number } errors. Correct them and try again.
}
problems-warnings = { $count ->
    [one] { $number } warning. The case can be planned all the same.
   *[other] { $number } warnings. The case can be planned all the same.
}

# A new case
import-done = { $file }: { $rows } new rows in { $table }.
import-unknown-setting = The case has no setting '{ $id }'.
import-no-case = With { $file } the case is not whole: { $reason }
init-done = A small example is in { $dir }. Change its tables, then run:  leon match { $dir }

# Failures
failure-folder-in-use = { $dir } is not empty. Choose another folder, or write --force to replace the case there.
failure-foreign-folder = { $dir } is not empty and is not an earlier result of Leon. Choose another folder.
failure-write = Could not write in { $dir }: { $reason }. See whether the folder can be written to and the disk has room.
failure-unknown-binding = The case has no binding '{ $id }'. Its bindings are: { $known }.
failure-binding-not-in-force = The binding '{ $id }' is not in force, so it cannot be lifted. In force are: { $known }.
failure-unknown-place = The case has no place '{ $id }'. Give an id from places.csv.
failure-unknown-group = The case has no staff group '{ $id }'. Give an id from staff_groups.csv: { $known }.
failure-not-result = { $dir } is not a whole result of Leon. { $reason } Make one with leon match CASE --out DIR.
failure-internal = Leon failed: { $reason }. This is a fault in Leon, not in the case. Send it with the case, if the case may be shared.

# On the way
progress-plan = Planning
progress-bindings = Bindings
progress-sets = Interaction

# The report
report-kicker = Leon · Where are hands missing?
report-headline = In short
report-headline-lead = The need for care, who meets it, and what is left undone when every task lies with those who may and can do it, at the lowest effective level.
figure-need = Need
figure-unmet = Unmet
figure-share = Unmet share
figure-fte = Equals
figure-weighted = Weighted by severity
figure-bought = Bought hours
unit-hours-week = hours a week
unit-of-need = of the need
unit-weighted = weighted hours a week
unit-fte = full-time positions
unit-bought = hours a week for { $dkk } kr.
report-map = Place by place
report-map-lead = Each place with its unmet share of the need, the hardest hit first.
map-title = Map of the places: the colour of a circle shows the unmet share
map-place = { $place }: { $unmet } of { $need } hours unmet ({ $share })
map-legend = { $from } – { $to }
map-legend-last = from { $from }
map-caption-age = The area of a circle follows the number of citizens aged 80 and over, its colour the unmet share. Circles are pushed apart where they would hide each other. The numbers are the rank in the table.
map-caption-need = The area of a circle follows the need, its colour the unmet share. Circles are pushed apart where they would hide each other. The numbers are the rank in the table.
report-gap = Who and what is missing?
report-gap-lead = The same hours by setting, staff group, competence and task. A group's unmet hours are those that it would have had as work is shared today. Weighted is hours times the severity of task and condition.
report-bindings = What holds us back?
report-bindings-lead = Each binding alone: Leon planned again without it. The length shows the weighted hours a week that are then met.
report-sets-note = An interaction above zero means that the bindings need each other; below zero, that they stand in the way of the same hours.
report-prices = What is an hour worth?
report-prices-lead = The scarcity price is what one more hour a week would be worth where the group is missing. The line goes from the lowest to the highest place, the mark is the median.
report-who = Who does what?
report-who-lead = Hours a week as work is shared today, and in the plan.
report-who-caption = { $setting }, hours a week
report-all-settings = All settings
report-shortages = Where does the shortage move?
report-shortages-lead = Groups that take over tasks and are used up themselves. The price is the weighted hours that one more hour would meet where it is highest.
report-maturity = Where is technology mature?
report-maturity-lead = Hours of each task times the maturity (0–5) of the most mature technology that covers it.
report-evidence = What does the answer rest on?
report-evidence-lead = The share of hours by how well the figures are known, and every assumption and claim of the case.
report-sources = Sources
report-sources-lead = All sources that the figures and bindings of the case refer to.
report-about = About the calculation
report-about-lead = The plan was verified by a check that shares no code with the planner, and the hours balance to the minute in the ledger.
report-about-run = Leon { $version } on the case { $case }: a linear programme of { $columns } columns and { $rows } rows, solved { $solves } times.
report-about-hash = Fingerprint of the case (SHA-256):
column-count = Count
column-spread = Spread
column-potential = Hours × maturity

# The ledger
complexity-low = low
complexity-medium = medium
complexity-high = high
ledger-title = The book of hours for a week, hours:minutes
ledger-title-day = The book of hours for the day, hours:minutes
released-title-day = Released, hours:minutes
released-lines-day = Account by account, hours:minutes less
ledger-groups = Time of the staff groups, hours:minutes
ledger-sum = All
ledger-bought = Bought
ledger-around-care = Around care
released-title = Released, hours:minutes a week
released-total = { $hours } of staff time is released when the same needs are planned with the change. Below zero is a cost.
released-lines = Account by account, hours:minutes less a week
released-dropped = Care that is no longer given: { $hours }. It is not counted as released.
released-dropped-none = No care was dropped.
released-gained = Care that was gained: { $hours }
released-gained-none = No care was gained.
column-released = Released
column-less = Less
column-hours = Hours
failure-needs-differ = { $count ->
    [one] The two results do not have the same needs, so they cannot be compared: { $task } ({ $complexity }) in { $setting }, { $place } is { $without } without and { $with } with the change. Plan both from cases with the same needs.
   *[other] The two results do not have the same needs, so they cannot be compared. { $number } needs differ, first { $task } ({ $complexity }) in { $setting }, { $place }: { $without } without and { $with } with the change. Plan both from cases with the same needs.
}
account-need = Need
account-cover = Cover
account-technology = Technology
account-unmet = Unmet
account-presence = Presence
account-pace = Pace
account-care = Care
account-paid = Paid
account-overtime = Overtime
account-recruitment = Recruitment
account-agency = Agency
account-at_hand = Time at hand
account-supervision = Supervision
account-training = Training
account-technology_operation = Running technology
account-lent_out = Lent out
account-pool = Pool
account-lent_in = Lent in
account-lost_on_the_way = Lost on the way
account-outside_care = Outside care
account-travel = Travel
account-waiting = Waiting
account-documentation = Documentation and meetings
account-break = Paid breaks
account-day_duty = Day shifts
account-evening_duty = Evening shifts
account-night_duty = Night shifts
account-on_call = On call
account-fixed_duty = Fixed duties
account-absence = Absence
account-carried = Carried over
account-idle = Idle
account-rounding = Rounding
report-gap-met = { $count ->
    [one] One more has a need and is fully met.
   *[other] { $number } more have a need and are fully met.
}

# Routes: the day and the plan
column-level = Level
column-goal = Goal
column-value = Value
column-unit = Unit
column-made-of = Made of
column-visit = Visit
column-citizen = Citizen
column-what = What
column-window = Window
column-priority = Priority
column-carer = Carer
column-time = Time
column-visits = Visits
column-care = With citizens
column-travel = Travel
column-waiting = Waiting
column-pauses = Breaks
column-overtime = Overtime
day-synthetic = The day is made up: no citizen, carer or address is real.
day-warnings = { $count ->
    [one] { $number } warning. The day can be planned all the same.
   *[other] { $number } warnings. The day can be planned all the same.
}
plan-of-other-day = { $plan } was made from another day file than the one given.
route-title = Plan of visits { $dates }
route-counts = { $visits } visits to { $citizens } citizens, { $carers } carers.
route-all-planned = All visits are planned.
route-left-out = { $count ->
    [one] { $number } visit is left out.
   *[other] { $number } visits are left out.
}
route-goals = Goals, most important first
route-left-out-title = Left out
route-carers = The carers' time, hours:minutes
route-sum = In all
route-next-out = Keep the plan:  leon route plan { $day } --out PLAN.json
route-next-written = The plan is in { $plan }. Check it:  leon route check { $day } { $plan }
route-stands = The plan keeps every rule.
route-broken-title = The plan breaks these rules
route-broken = { $count ->
    [one] { $number } rule is broken. Correct the plan, or plan again.
   *[other] { $number } rules are broken. Correct the plan, or plan again.
}
visit-optional = optional ({ $minutes } min)
by-screen = screen
progress-route = Planning, round { $rounds }

# Routes: goals
goal-left_out = Left out
goal-lateness = Lateness
goal-level = Lowest level
goal-paid_time = Paid time outside care
goal-continuity = Known faces
goal-fairness = Even burden
goal-changes = Changes
goal-unit-left_out = priority
goal-unit-lateness = weighted min
goal-unit-level = min × levels
goal-unit-paid_time = min
goal-unit-continuity = new faces
goal-unit-fairness = min²
goal-unit-changes = visits
part-visit-left-out = visits left out
part-slot-left-out = slots without carer
part-late = late
part-above-lowest-level = above lowest level
part-travel = travel
part-waiting = waiting
part-overtime = overtime
part-new-face = new faces
part-unwanted = unwanted
part-wanted = wanted
part-above-fair-share = above a fair share
part-other-carer = other carer
part-other-time = other time

# Routes: rules broken
stop-visit = { $carer }, visit { $visit }
stop-pause = { $carer }, pause { $pause }
stop-home = { $carer }, the way home
broken-unknown-carer = The day has no carer { $carer }.
broken-unknown-shift = { $carer } has no shift no. { $shift }.
broken-route-twice = { $carer } has { $routes } routes in the shift { $shift }, but may have one.
broken-no-visits = { $carer } has a route without visits in the shift { $shift }.
broken-unknown-visit = { $carer } goes to visit { $visit }, which the day does not have.
broken-unknown-slot = { $carer } has slot { $slot } of visit { $visit }, which has { $slots }.
broken-unknown-pause = { $carer } takes pause { $pause } in the shift { $shift }, which has { $pauses }.
broken-wrong-transport = { $carer } goes by { $transport } in the shift { $shift }, but may go by { $allowed }.
broken-no-way = { $stop }: there is no way by { $transport } from { $from } to { $to }.
broken-wrong-travel = { $stop }: the plan says { $said } min of travel, but the way takes { $found } min.
broken-wrong-arrival = { $stop }: arrives { $arrive }, but leaves { $leaves } and travels { $travel } min.
broken-before-arrival = { $stop }: begins { $start }, before arriving { $arrive }.
broken-wrong-end = { $stop }: is from { $start } to { $end }, but takes { $duration } min.
broken-before-shift = { $carer } leaves { $leave }, before the shift { $shift } begins { $begins }.
broken-outside-windows = Visit { $visit }: { $carer } begins { $start }, but may begin { $windows }.
broken-competence = Visit { $visit }: { $carer } does not hold the competence { $competence }.
broken-group = Visit { $visit }: { $carer } is { $group }, but only { $allowed } may come.
broken-forbidden = Visit { $visit }: { $carer } must not come here.
broken-trainee = Visit { $visit }: { $carer } is a trainee, but slot { $slot } is not for trainees.
broken-no-trainee = Visit { $visit }: slot { $slot } is for a trainee, but { $carer } is none.
broken-mode-screen = Visit { $visit } is by screen, but { $carer } does not work at a screen.
broken-mode-physical = Visit { $visit } is at the citizen's, but { $carer } works at a screen.
broken-slot-twice = Visit { $visit }: slot { $slot } is filled { $times } times.
broken-same-carer = Visit { $visit }: { $carer } has both slot { $first } and { $second }. Each takes another carer.
broken-partly-filled = Visit { $visit }: others come, but slot { $slot } is empty, and it is needed.
broken-not-together = Visit { $visit }: slot { $slot } begins { $gap } min after the first, but must begin { $from } to { $to } min after.
broken-order = Visit { $second } begins { $gap } min after visit { $first }, but must begin { $least } min after or later.
broken-order-between = Visit { $second } begins { $gap } min after visit { $first }, but must begin { $least } to { $most } min after.
broken-pause-missing = { $carer } lacks pause { $pause } in the shift { $shift }.
broken-pause-twice = { $carer } takes pause { $pause } { $times } times in the shift { $shift }.
broken-pause-outside = { $stop }: begins { $start }, but may begin from { $earliest } to { $latest }.
broken-wrong-done = { $carer } is done { $done } in the shift { $shift }, but ends the last stop { $last } and travels { $travel } min.
broken-too-late = { $carer } is done { $done } in the shift { $shift }, but must be by { $latest }.
broken-travel-max = { $carer } travels { $travel } min in the shift { $shift }, but at most { $most } min are allowed.
broken-visits-max = { $carer } has { $visits } visits in the shift { $shift }, but at most { $most } are allowed.
broken-cars = Car pool { $pool } has { $cars } cars, but { $out } are out { $at }.
broken-left-out-unknown = The plan leaves out visit { $visit }, which the day does not have.
broken-left-out-slot = The plan leaves out slot { $slot } of visit { $visit }, which has { $slots }.
broken-left-out-filled = Visit { $visit }: slot { $slot } is both left out and filled by { $carer }.
broken-left-out-twice = Visit { $visit }: slot { $slot } is left out { $times } times.
broken-left-out-missing = Visit { $visit }: slot { $slot } is neither filled nor left out.
broken-pinned-carer = Visit { $visit } is pinned to { $pinned }, but { $found } comes.
broken-pinned-start = Visit { $visit } is pinned to { $pinned }, but begins { $found }.

# Files
failure-no-file = There is no file { $file }. Correct the path.
failure-not-text = The file { $file } is not text in UTF-8. Save it as UTF-8.
failure-read = The file { $file } could not be read: { $reason }.
failure-write-file = Could not write { $file }: { $reason }. See whether the place can be written to and has room.
failure-route-internal = Leon failed: { $reason }. That is a fault of Leon's, not of the day. Send it with the day file if that may be shared.

# Research formats
research-hhcrsp = { $patients } patients, { $used } of { $caregivers } caregivers in use.
research-hhcrsp-cost = Distance { $distance }, tardiness { $late }, greatest tardiness { $worst }: objective { $cost }.
research-vrplib = { $customers } customers, { $used } of { $vehicles } vehicles in use. Distance { $cost }.
research-left-out = { $count ->
    [one] { $number } visit found no place, { $first }, so there is no solution to write. Give more time, or see whether there is one.
   *[other] { $number } visits found no place, first { $first }, so there is no solution to write. Give more time, or see whether there is one.
}
roster-one-thread = Rosters are searched on one thread. Write --threads 1.
research-one-thread = Research files are solved on one thread, so that times can be compared. Write --threads 1.
research-inrc2 = { $nurses } nurses, { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
  }: cost { $cost }.
research-shiftsched = { $staff } employees, { $days } days: cost { $cost }.
research-roster-broken = No roster was found that keeps every rule that must hold, so there is none to write. Give more time, or see whether there is one.
research-instance-name = '{ $name }' does not say data set, history and weeks. Write it as n030w4_1_6-2-9-1.
research-weeks = The instance names { $found } weeks; the scenario has { $expected }. Name as many.
research-data-not-file = INRC-II is read from a folder: give --data and --instance, and no file.
research-file-not-data = Shift scheduling is read from one file: give the file, without --data and --instance.
research-weeks-of-inrc2 = Only INRC-II is planned week by week. Leave --week-by-week out.
research-no-option = { $option } is for days, not for research files. Leave it out.

# Made-up days
generate-done = A made-up day is in { $file }: { $dates }.
generate-next = Plan it:  leon route plan { $file }
generate-no-needs = '{ $id }' has no needs in home care or home nursing that anybody may meet. Choose a municipality.
generate-no-point = Neither '{ $id }' nor a place above it has a point on the map. Set latitude and longitude in places.csv.
generate-out-of-range = { $option } is { $value }, but must be from { $low } to { $high }.
generate-too-many-groups = The case has { $groups } staff groups, and a day can tell 64 apart at most.
generate-roster-done = A made-up period is in { $file }: { $first } to { $last }, { $people } people in { $groups ->
    [one] { $groups } staff group
   *[other] { $groups } staff groups
  }, { $units ->
    [one] { $units } unit
   *[other] { $units } units
  }, { $wishes } wishes.
generate-roster-synthetic = The period is made up: no employee is real.
generate-roster-next = Check it:  leon roster check { $file }
generate-no-monday = { $date } is no Monday of the years 1990 to 2190. A period begins on a Monday.
failure-no-date = '{ $date }' is no date. Write it as 2026-11-23.

# Routes: lists and page
lists-title = Route list { $dates }
lists-sums = { $visits } visits · { $care } with citizens · { $travel } under way ({ $transport })
lists-sums-short = { $visits } visits · { $care } with citizens ({ $transport })
lists-with = together with { $carers }
lists-of-which-travel = of which { $minutes } min under way; the visit begins { $start }
lists-travel = { $minutes } min under way
pause-break = Break
pause-appointment = Appointment
column-done = Done
column-with = Together with
figure-visits = Visits planned
unit-of = of { $all }
unit-visits = visits
unit-hours-minutes = hours:minutes
route-published = The plan is in { $out }. Begin with { $out }/{ $page }; lists.html is for printing.
route-next-publish = Map, route lists and calendars:  leon route publish { $day } { $plan } --out FOLDER
page-headline-lead = What is planned, and where the carers' time goes.
page-map = Map
page-map-lead = A line for each route, straight from place to place. Choose a line to see the route's visits.
page-map-title = Map of the routes
page-map-caption = Circles are places that are visited. Squares are places where shifts begin or end.
page-map-route = { $carer }: { $visits } visits, { $travel } under way
page-bars = The day in time
page-bars-lead = A bar for each route. Choose a visit to see it in the list below.
page-bars-title = The routes as bars of time
page-bar-visit = { $carer } { $time }: { $what }, citizen { $citizen }
page-bar-pause = { $carer } { $time }: { $what }
page-key-visit = Visit (the colour is the carer's)
page-stops = Visit by visit
page-stops-lead = Each route with its visits in order. Travel and waiting come before the visit, hours:minutes.
page-left-out-lead = Visits that nobody comes to. Unfold one to see why, and what would help.
page-goals-lead = The plan's value goal by goal. Less is better, and an earlier level goes before all later ones.
page-about = About the plan
page-about-lead = The plan is verified by a check that shares no code with the planner.
page-about-run = Leon { $version }, seed { $seed }, { $budget }.
page-about-hash = The day file's fingerprint (SHA-256):
budget-rounds = { $rounds } rounds
budget-seconds = { $seconds } seconds

# Routes: why, and what instead
explain-visit = { $visit } at { $citizen }, { $window }, priority { $priority }
explain-goal = { $goal }: what costs most
explain-done-without = The visit is done, but slot { $slots } is empty.
explain-fits = It can be fitted in: { $placed }. It costs: { $cost }.
explain-remedies = This would help, the cheapest first:
explain-no-remedy = No single change of up to three hours makes it fit.
explain-obstacles = This is why nobody comes:
hindered-slot = slot { $slot }: { $reason }
hindered-competence = without the competence { $competence }
hindered-group = of group { $group }; here { $allowed } may come
hindered-forbidden = must not come to the citizen
hindered-trainee = a trainee, and the slot is not for trainees
hindered-no-trainee = no trainee, and the slot is for a trainee
hindered-screen = not at a screen
hindered-physical = at a screen
hindered-pinned = the slot is pinned to { $carer }
hindered-other-slot = has slot { $slot } of the visit already
hindered-no-way = there is no way
hindered-window = can be there { $comes } at the earliest, and the visit must begin by { $closes }
hindered-start-pinned = can begin { $comes } at the earliest, and the visit is pinned to { $pinned }
hindered-no-gap = no gap is long enough; in the best { $next } would begin { $comes }, but must by { $latest }: { $minutes } min short
hindered-overtime = would be done { $done }, but must be by { $latest }
hindered-travel = would travel { $travel } min, but may { $most } at most
hindered-visits = has the { $most } visits that are the most allowed
hindered-car = car pool { $pool } has no more cars
hindered-together = does not go together with visit { $with }
hindered-second = could begin { $at }, but nobody can take the other slot in time
hindered-could = could begin { $at }; it costs more than it is worth, or the plan can be better
costs-nothing = nothing
moved-later = { $visit } { $minutes } min later
moved-earlier = { $visit } { $minutes } min earlier
remedy-later = Let the visit begin up to { $minutes } min later.
remedy-earlier = Let the visit begin { $minutes } min earlier.
remedy-overtime = Give { $carer } { $minutes } min more of overtime.
remedy-travel = Let { $carer } travel { $minutes } min more.
remedy-visits = Give { $carer } one visit more than the shift may have.
remedy-group = Let { $group } come in slot { $slot }. A binding of the case may forbid it.
remedy-unpin-carer = Unpin who comes in slot { $slot }.
remedy-unpin-start = Unpin the time.
remedy-leave-out = Leave out { $visit } instead; it counts less.
remedy-placed = Then { $placed } comes.
remedy-moves = It moves { $moved }.
remedy-kroner = Price: { $dkk } kr.
remedy-price = Price: equals { $minutes } min of work.
about-visit-left-out = Visit { $visit } is left out
about-slot-left-out = Slot { $slot } of visit { $visit } is empty
about-late = { $carer } is late for { $visit }
about-level = { $visit } is done by { $carer }, though a lower level may
about-travel = { $carer } travels
about-waiting = { $carer } waits
about-overtime = { $carer } has overtime
about-new-face = { $carer } is a new face for { $citizen }
about-unwanted = { $carer } is unwanted in { $visit }
about-wanted = { $carer } is wanted in { $visit }
about-fair-share = { $carer } has more than a fair share
about-other-carer = { $visit } is not done by { $carer }, as planned before
about-other-time = { $carer } comes at another time in { $visit }
because-comes-from = Before it comes { $after } until { $free }; there { $arrive }, begins { $start }.
because-ways = Longest ways: { $ways }
because-waits = Longest waits before { $waits }
because-ends = The last is { $last }; the shift ends { $end }, but it is over { $done }.
home = home
shift-start = the beginning of the shift
goal-instead = Instead { $placed }: { $cost }.
goal-nobody-else = Nobody else can.
why-not-does = { $carer } does it already, { $start }.
why-not-no-shift = { $carer } has no shift.
why-not-possible = { $carer } can: { $placed }. It costs: { $cost }.
ask-unknown-visit = The day has no visit '{ $id }'. Write an id from the day file.
ask-unknown-carer = The day has no carer '{ $id }'. Write an id from the day file.
ask-visit-known = The day has a visit '{ $id }' already. Give the new one another id.
ask-unknown-slot = Visit '{ $id }' has { $slots } slots, so there is no slot { $slot }.
ask-other-day = The plan is for another day. { $reason }
ask-route-broken = The route of { $carer } in the shift { $shift } cannot be gone under the day's rules. See why with leon route check.
ask-no-day = The day would not be valid. { $reason }
recommend-title = { $visit } ({ $label }) at { $citizen }, { $window }
recommend-nobody = Nobody can take the visit. Put it into the day, and see why with leon route explain.
recommend-no-visit = { $file } has no new visit. Write an event with "kind": "visit_new".
diff-none = The two plans are alike.
diff-counts = Citizens touched: { $citizens }. Carers touched: { $carers }.
diff-citizens = The citizens
diff-carers = The carers
diff-cancelled = cancelled
diff-gained = gets { $visits }
diff-lost = loses { $visits }
diff-order = in another order
diff-travel = { $minutes } min of travel
diff-done = done { $is } instead of { $was }
diff-comes = gets a route, done { $is }
diff-stays = has no route any more
change-time = { $visit }: { $carer } begins { $to } instead of { $from }.
change-carer = { $visit }: { $is } instead of { $was }.
change-new = { $visit }: { $is }, which was not planned before.
change-gone = { $visit }: nobody, instead of { $was }.
change-still-out = { $visit }: still nobody.
change-cancelled = { $visit }: not in the day any more, was { $was }.
change-small = (nobody notices)
event-sick = { $carer } is ill
event-new = new visit { $visit }
event-cancelled = visit { $visit } is cancelled
event-overrun = { $visit } took { $minutes } min longer
event-done = { $visit } was done { $time } by { $carer }
event-cars = car pool { $pool } lacks { $cars }
event-pinned = { $visit } is pinned
event-unpinned = { $visit } is unpinned
exceeded-citizen = Citizen { $who } has { $changes } changes; { $most } were allowed.
exceeded-carer = { $who } has { $changes } changes; { $most } were allowed.
exceeded-citizens = { $changes } citizens notice a change; { $most } were allowed.
released-pin-carer = { $visit } was pinned to { $carer }.
released-pin-time = { $visit } was pinned to a time that has passed.
replan-title = Planned again { $now }
replan-no-changes = No visit is changed.
replan-because = Because: { $event }.
replan-better = The plan is better so; nothing forced it.
replan-released = Pins that could not be kept
replan-exceeded = More changes than were allowed
replan-idle = Events that came too late to change anything
replan-facts = Rules that the day itself has broken
replan-refused = The events do not fit the day. { $reason }

# Road services
roads-done = Travel times between { $places } places by { $transports } are in { $file }.
roads-no-transport = The day has no such transport. Write an id from the day file after --transport.
roads-no-point = The place '{ $id }' has no point on the map. Set latitude and longitude.
roads-bad-url = The address of the road service is none. Write http://… or https://….
roads-bad-profile = After --profile comes one word of letters, digits, hyphens and underscores.
roads-no-connection = No connection to the road service in { $attempts } attempts: { $reason }. See whether it runs and the address is right.
roads-timed-out = The road service did not answer within { $seconds } seconds in { $attempts } attempts. See whether it runs, or give it more time with --timeout.
roads-broken-off = The road service broke off its answer in { $attempts } attempts. Try again later.
roads-failed = The road service failed with status { $status } in { $attempts } attempts. Try again later.
roads-refused = The road service refused with status { $status }: { $reason }. See whether the address and --profile are right.
roads-host-unknown = its name is not known
roads-not-running = it does not listen at that address
roads-encryption = it is not who it should be, or cannot encrypt
roads-protocol = it does not speak HTTP
roads-machine-says = the machine says '{ $said }'
roads-bad-point = Point { $point } in the day's list of places is not on Earth. Correct latitude and longitude.
roads-too-large = The road service's answer is larger than { $megabytes } MB. Ask about a smaller day.
roads-not-an-answer = The road service's answer is not like { $service }'s. See whether the address is right.
roads-wrong-size = The road service gave { $found } rows or columns where { $expected } were asked for.
roads-bad-time = The road service gave a travel time that is none: below zero, or without end.
roads-cache = Travel times cannot be kept in the folder after --cache; the machine says '{ $said }'.
roads-other = The road service gave no travel times that can be used; it says '{ $said }'.

# How sure the plan is
risk-title = How sure is the plan?
risk-lead = From { $draws } random days on which visits and travel take longer or shorter than planned. Nobody plans again under way. The range of times is an assumption until it is measured.
risk-visits = Visits that most often begin late
risk-routes = Routes that most often become too long
risk-absences = If a carer does not come
risk-none = None on any of the days.
risk-range = ({ $low } – { $high })
risk-out-of-order = The range must be above 0 and go from least to most with 1 in between. Write it as 0.75:1.45.
risk-no-draws = Without days to draw there is no probability. Write a number above 0 after --draws.
column-begins = Planned
column-late = Late
column-too-late = After its window
column-minutes = Min on average
column-overrun = After the shift
column-beyond = After overtime
column-from = From
column-left-out = Left out
column-left-out-who = Which
column-changed = Changes

# How far from the best
bound-title = How far can the plan be from the best?
bound-words = Level by level
bound-lead = Each level is compared with all plans that are no worse on the levels before. The numbers are proven, rounded down; the best plan can lie anywhere between "at least" and the plan's value.
bound-unit-weighed = weighed points
column-at-least = At least
column-from-best = From best at most
column-percent = Share
column-how = What it is
bound-best = proven best
bound-floor = only the floor, nothing proven
bound-too-large = only the floor, day too large
bound-flow = proven, without looking at routes
bound-finished = proven, searched to the end
bound-rounds = proven, rounds used up
bound-routes = proven, too many routes
bound-stopped = proven, stopped
bound-no-answer = proven, the search got stuck
bound-said-best = Level { $level }: the plan has { $value } { $unit }, and no plan can have less.
bound-said = Level { $level }: no plan can be below { $bound } { $unit }; this one has { $value }. It is at most { $gap } ({ $share }) from the best.
bound-said-floor = Level { $level }: the plan has { $value } { $unit }. { $bound } is only the floor, which the goals can never be below. That proves nothing about how good the plan is.
bound-ended-finished = More rounds give no more.
bound-ended-rounds = The { $rounds } rounds are used up; more with --rounds may lift the bound.
bound-ended-routes = There are too many possible routes to look at all of them, so the bound is loose.
bound-ended-stopped = The search was stopped after { $rounds } rounds; more time may lift the bound.
bound-ended-too-large = The day is too large to search routes, or has visits that take no time.
bound-ended-no-answer = The search got stuck after { $rounds } rounds.
bound-relaxed = The bound is looser because it does not ask everything of the plans it looks at: { $relaxed }.
relaxed-fractions = visits may be shared out in fractions between routes
relaxed-ties = slots of one visit, and visits in order, each have a time of their own
relaxed-cars = there is a car for everyone who may have one
relaxed-travel-max = there is no limit on travel
relaxed-visits-max = there is no limit on the number of visits
relaxed-shared-faces = a new face counts by shares
relaxed-earliest-lateness = lateness is counted from the earliest beginning
relaxed-tangents = burden is up to 1 point too low for each carer
relaxed-changed-times = a new time with the same carer is no change
relaxed-quickest-band = travel takes what it takes at the quickest time of the day

# Rosters: the check
roster-period = The period { $first } to { $last } is in order: { $people } people in { $groups ->
    [one] { $groups } staff group
   *[other] { $groups } staff groups
  }, { $units ->
    [one] { $units } unit
   *[other] { $units } units
  }, { $shifts } shifts, { $rows } rows of cover, { $rules } rules, { $wishes } wishes.
roster-of-other-period = { $roster } was made for another version of the period.
roster-told = '{ $value }' is not a time. Write it like 2026-11-23T12:00.
roster-stands = The roster keeps every rule.
roster-broken-title = The roster breaks these rules
roster-next = The next period, { $first } to { $last }, has { $people } people with history, burdens and wish accounts as this roster leaves them.
roster-next-wishes = Wishes of this period
roster-next-wish = { $person }: { $granted } granted, { $refused } refused; { $popular } of those granted were wished for by others too
roster-next-to-say = For you to say: public holidays, the notice, new absences and wishes.
roster-next-unsound = The next period does not hold together: { $reason }. This is a fault of Leon's.
roster-row = { $unit }, { $from } to { $to }, { $who } (row { $row })
bound-period = The roster costs what DKK { $price } would; none can cost less than { $least }: at most { $gap } ({ $share }) are to be gained. Hours of cover and wishes count by the goals' weights.
bound-period-breaks = The roster breaks more than a roster must. It costs what DKK { $price } would; none that breaks no more than it must can cost less than { $least }.
analyse-as-it-is = As it is
analyse-share = { $share } of { $from } in { $to }
analyse-one-more = One more { $group } in { $unit }
analyse-profiles-at = Profiles count { $weight }
analyse-title = The period as it is, and with one thing changed
analyse-broken = Rules broken
analyse-uncovered = Cover missing
analyse-beside-target = Beside the target
analyse-cost = Hours beside the norm and rules, DKK
analyse-wishes = Wishes kept
analyse-advised = Advised against, times
analyse-profiles = Staff groups together beyond one
analyse-carried = { $people } people, mean { $mean } h, most { $most } h
analyse-led = People by leader
analyse-leader = { $unit }: { $people }
analyse-unreadable = '{ $value }' cannot be read. Write --share FROM:TO:SHARE with a share from 0 to 1, --one-more GROUP:UNIT, --profiles WEIGHT.
analyse-nothing = Say what is to change: --share, --one-more or --profiles.
analyse-unknown-unit = The period has no unit { $unit }.
analyse-nobody-like = Nobody of { $group } works in { $unit }, so there is nobody to be like.
analyse-nobody-to-share = Nobody works in { $unit } without working in the other unit already.
analyse-unsound = The changed period does not hold together: { $reason }
roster-uncovered-title = Not covered
roster-short = { $unit } on { $date }, { $from } to { $to }, { $who }: { $fewest } of at least { $min } at the fewest, { $missing } missing
roster-anybody = anybody
roster-more = and { $number } more
roster-too-large = The period has { $found } shifts, functions and settled duties that differ; Leon can tell { $most } apart. Plan some units in a period of their own.
roster-priced-title = Legal, at a price
roster-advised-title = Advised against
roster-broken = { $count ->
    [one] { $number } rule is broken. Correct the roster, or plan again.
   *[other] { $number } rules are broken. Correct the roster, or plan again.
}
roster-goals = Goals
roster-wishes-and-price = { $kept } of { $wishes } wishes are kept. Rules cost DKK { $kroner }. { $missing } of cover are missing.
roster-rule = { $person }, { $from } to { $to }: { $found } against { $asked }. { $text } ({ $paragraph }; { $rule }{ $agreement })
roster-set-by = , set by { $agreement }
roster-all = everybody
roster-price = DKK { $kroner } for { $time }: { $rule }
roster-length = { $hours } h { $minutes } min
roster-unknown-person = The period has no { $person }.
roster-unknown-shift = { $person } on { $date }: the period has no shift { $shift }.
roster-outside-period = { $person } on { $date }, shift { $shift }: the date does not lie in the period.
roster-function-not-in-shift = { $person } on { $date }, shift { $shift }: the function { $function } does not belong to the shift.
roster-competence-missing = { $person } on { $date }, shift { $shift }: the function { $function } takes the competence { $competence }.
roster-group-not-allowed = { $person } on { $date }, shift { $shift }: the shift is not for staff group { $group }.
roster-other-unit = { $person } on { $date }, shift { $shift }: { $unit } is none of the person's units, and no pool lends to it.
roster-two-places = { $person } on { $date }, shift { $shift }: the person works elsewhere at { $at }.
roster-while-away = { $person } on { $date }, shift { $shift }: the person is away.
roster-restricted = { $person } on { $date }, shift { $shift }: a consideration keeps the person from it.
roster-hard-wish = The wish { $wish } of { $person } must be kept and is not.
roster-wrong-uncovered = Row { $row } on { $date }: the roster says that { $said } are uncovered, and { $found } are.
shift-kind-day = day
shift-kind-evening = evening
shift-kind-night = night
shift-kind-on_call_at_work = on call at work
shift-kind-on_call_at_home = on call at home
roster-goal-cover = Cover below the minimum, weighted hours
roster-goal-target = Cover beside the target, weighted hours
roster-goal-price = Rules at a price, overtime aside, DKK
roster-goal-cost = Hours beside the norm, DKK
roster-goal-burden = Shift burden above a fair share, squared hours
roster-goal-wishes = Wishes refused, weighted
roster-goal-health = Advised against, times
roster-goal-stability = Dates changed
roster-goal-profiles = Staff groups together beyond one

# Rosters: how far from the best
bound-title-roster = What no roster can cost less than
bound-breaches-none = It is not ruled out that a roster breaks no rule.
bound-breaches = Every roster breaks rules by { $least } or more.
bound-price = No roster that keeps the rules costs less than { $least }.
bound-price-among = No roster that breaks rules by { $among } at most costs less than { $least }.
bound-by-each-alone = Proven by looking at each person and each demand alone.
bound-by-rows = Proven by all rows that people can have, in shares.
bound-ended-rows-finished = More rounds give no more.
bound-ended-budget = The search was stopped after { $rounds } rounds; more may lift the bound.
bound-ended-labels = There are too many possible rows to look at all of them, so the bound is loose.
bound-known = A search found one for { $price }: it is at most { $gap } ({ $share }) from the best.
bound-known-without-share = A search found one for { $price }: it is at most { $gap } from the best.
bound-known-best = A search found one for { $price }, and it is proven to be the best.
bound-known-breaks = A search found one that breaks rules by { $breaches } and costs { $price }.
bound-left-out = The bound is looser because { $rules } rules of people are left out.
bound-demands = What one more would change
bound-totals = What more room would change
bound-demand = day { $day }: { $what }
bound-total = { $person }, { $total }, { $step } more
column-one-more-at = One more at
column-more-room-in = More room in
column-changes-price = Price
total-shifts = shifts
total-time = time
total-weekends = weekends
# Rosters: for people
roster-published = The roster is in { $out }. Begin with { $out }/{ $page }; calendars has a calendar for each.
roster-not-of-period = The roster speaks of people, shifts or dates that the period does not have. Correct them.
failure-roster-internal = Leon could not write the roster, which is a fault of Leon: { $reason }
roster-page-title = Roster { $first } to { $last }
roster-synthetic = The period is made up: no person and no unit is real.
roster-headline-lead = The roster in a few figures.
roster-figure-duties = Duties
roster-figure-broken = Rules broken
roster-figure-short = Missing below the minimum
roster-figure-wishes = Wishes kept
roster-figure-price = Rules cost, DKK
roster-grid = Shifts
roster-grid-lead = Who works when, unit by unit and staff group by staff group. Shape, letter and colour say the same. The numbers lead to what the rules say.
roster-has-function = takes a function
roster-fixed = fixed duty
roster-person = Person
roster-rules = What the rules say
roster-rules-lead = Each number also stands at the duty or the person. The paragraph is in brackets.
roster-cover = Cover
roster-cover-lead = The fewest at any time, against how many are wanted.
roster-cover-row = Where, when, who
roster-cover-enough = enough
roster-cover-below-target = below the target
roster-cover-short = below the minimum
roster-cover-title = { $fewest } of { $target }. Missing below the minimum: { $short }; up to the target: { $below }.
roster-hours = Hours and shift burden
roster-hours-lead = Hours owed and worked in each norm period, as far as the roster reaches. Shift burden is hours above (−: below) a fair share, earlier periods among them.
roster-hours-caption = Hours and shift burden of each person
roster-norm-period = Norm period
roster-owed = Owed
roster-worked = Worked
roster-balance = Balance
roster-wishes = Wishes
roster-wishes-lead = What became of each wish.
roster-wish = Wish
roster-wanted = What
roster-dates = Dates
roster-kept = Kept
roster-wish-kept = ✓ kept
roster-wish-refused = – refused
roster-wish-broken = ✗ must be kept and is not
roster-wants-off = off
roster-wants-on = at work
roster-wants = { $what }
roster-wants-not = not { $what }
weekday-monday = Mo
weekday-tuesday = Tu
weekday-wednesday = We
weekday-thursday = Th
weekday-friday = Fr
weekday-saturday = Sa
weekday-sunday = Su
absence-holiday = holiday
absence-illness = ill
absence-time_off_in_lieu = in lieu
absence-leave = leave
burden-evenings = Evenings
burden-nights = Nights
burden-weekends = Weekends
burden-public_holidays = Public holidays
burden-on_call = On call
ledger-title-period = The book of hours for the period, hours:minutes
ledger-on-duty = On duty
roster-why-none = Everything is covered.
roster-why-nothing = could take it within the rules
roster-why-group = { $number } – { $why }: { $people }
roster-why-other-group = of another staff group
roster-why-other-unit = of another unit, and no pool lends to this one
roster-why-competence = without the competence { $competence }
roster-why-not-counted = of an experience that the row does not count
roster-why-at-work = at work already
roster-why-settled = at a course, a meeting or the like, or still at work from before
roster-why-away = away ({ $absence })
roster-why-restricted = kept from it by a consideration ({ $reason })
roster-why-hard-wish = against a hard wish
roster-why-rule = against a rule, { $asked } asked: { $rule }
reason-senior = senior
reason-pregnancy = pregnancy
reason-under_18 = under 18
reason-health = health
roster-rule-named = { $text } ({ $paragraph }; { $rule })
roster-change = { $person } on { $date }: { $from } → { $to }
roster-goals-same = no goal changes
roster-remedy-title = What would cover it, the cheapest first. Each is tried out and checked:
roster-remedy-none = No single change covers it.
roster-remedy-goals = Goals (− is better): { $goals }.
roster-remedy-supplement = DKK { $kroner } more by the rule { $rule }.
roster-remedy-refused = Wishes then refused: { $wishes }.
roster-remedy-short = { $missing } still missing.
roster-remedy-agreement = A local agreement for { $units } sets { $change } in the rule { $rule }.
roster-remedy-agreement-without = A local agreement for { $units } lets the rule not hold: { $rule }.
roster-remedy-lend = { $person } is lent to { $unit }.
roster-remedy-wish = The hard wish { $wish } does not bind, and counts like the weightiest soft one.
roster-remedy-temp = A temp ({ $group }) for { $time }, DKK { $kroner } at DKK { $price } an hour. That a temp costs what the group costs, and can be had, is an assumption.
roster-remedy-lower = The minimum on the date is lowered from { $from } to { $to }. Nobody more comes.
roster-wish-title-kept = The wish { $wish } of { $person }, { $from } to { $to }, is kept
roster-wish-title-refused = The wish { $wish } of { $person }, { $from } to { $to }, is refused
roster-wish-against-cover = If nobody else came on { $date }: { $missing } more missing in { $row }
roster-wish-against = On { $date }: { $why }
roster-wish-granted = Granted alone: { $outcome }
roster-wish-not-granted = No roster near this one was found that grants it and breaks no more. It would break:
roster-queue = Number { $place } of { $number } in the queue for the dates, by weight × (1 + share refused in earlier years):
roster-queue-soft = { $wish } of { $person }: { $weight } × (1 + { $share }) = { $claim }, { $became }
roster-queue-hard = { $wish } of { $person }: hard, { $became }
roster-queue-kept = kept
roster-queue-refused = refused
roster-wishes-all-kept = Every wish of { $person } is kept.
roster-round = The round of wishes: { $kept } of { $wishes } are kept
roster-conflict-none = Some roster keeps every hard wish and every rule.
roster-unmendable = No roster mends this
roster-conflict = { $person }: no roster keeps all of this; without any one of it, there is one
roster-claim-wish = the hard wish { $wish }
roster-claim-absence = away ({ $absence }) from { $from }
roster-claim-settled = { $label }, { $from }
roster-claim-history = what was worked before the period
roster-rule-counts = Rules
roster-rule-count = { $rule }: { $broken } times broken, { $priced } times at a price (DKK { $kroner }), { $advised } times advised against
roster-part-mix = { $date }: mix in { $unit }, { $from } to { $to }
roster-part-norm = { $person }, norm period from { $first }
roster-ask-row = The period has { $rows } rows of cover, numbered from 0. There is no row { $row }.
roster-ask-date = Row { $row } asks for nobody on { $date }.
roster-ask-wish = The period has no wish { $wish }.
roster-ask-person = The period has no { $person }.
roster-ask-period = The period would not be valid with that change: { $number } problems.
roster-ask-form = '{ $value }' is no row and date. Write it like 3@2026-12-24.
roster-diff-none = Everybody does the same in both rosters.
roster-diff-counts = { $people } people do something else, on { $dates } dates in all.
roster-diff-date = { $date }: { $from } → { $to }
roster-diff-sums = hours { $hours }; nights { $nights }; weekends { $weekends }; wishes kept { $wishes }
roster-diff-won = wishes kept now: { $wishes }
roster-diff-lost = wishes refused now: { $wishes }
roster-diff-cover = Cover below the minimum
roster-diff-row = { $date }, { $row }: { $before } → { $after } missing
roster-diff-broken = Rules broken: { $before } → { $after }

# Rosters: changes
roster-no-date = '{ $value }' is not a date. Write it like 2026-11-23.
roster-changes = Changes
roster-no-changes = Nothing has changed.
roster-left-open = Duties that fell away and that nobody has taken
roster-effects = What it means to each person
roster-facts = Broken already
roster-change-free = { $person }, { $date }: off instead of { $before }
roster-change-takes = { $person }, { $date }: { $now } instead of off
roster-change-moves = { $person }, { $date }: { $now } instead of { $before }
roster-because-event = because { $event }
roster-because-takes = takes over from { $person }
roster-because-relieved = relieved, takes the duty on { $date } instead
roster-because-better = the roster becomes better
roster-notice = { $length } of notice
roster-notice-late = begun before it was told
roster-kroner = DKK { $kroner }
roster-event-absent = { $person } is away ({ $kind }) from { $from } to { $to }
roster-event-leaves = { $person } leaves from { $from } on
roster-event-wish = { $person } must be off { $from } to { $to }
roster-event-returns = { $person } is back from { $from } on
roster-event-cover = row of cover { $row } asks for at least { $min }, target { $target }, { $from } to { $to }
roster-effect-hours = hours { $before } → { $after } of a norm of { $owed }
roster-effect-burden-above = { $kind } { $added }, so { $beside } above a fair share
roster-effect-burden-below = { $kind } { $added }, so { $beside } below a fair share
roster-effect-refused = wishes no longer kept: { $wishes }
roster-effect-granted = wishes kept now: { $wishes }
roster-effect-advised = advised against: { $rule }
roster-worth-same = the roster is as good
roster-worth-better = { $of }: { $amount } better
roster-worth-worse = { $of }: { $amount } worse
roster-worth-level = goals of level { $level }
roster-change-outside = { $date } does not lie in the period.
roster-change-past = The duty on { $date } has begun before the change is told. Choose a later date or an earlier --told.
roster-change-no-duty = { $person } has no duty on { $date }.
roster-change-no-row = The period has no row of cover { $row }. The rows are 0 to { $last }.
roster-change-not-asked = Row of cover { $row } does not hold on { $date }.
roster-change-ends-first = An absence ends before it begins.
roster-change-period = The period does not fit together after the changes: { $reason }
roster-repair-nothing = Say what has happened: --events, --absent, --leaves or --off.
roster-repair-absent = --absent has a person, a first and a last date, and at most a kind of absence: holiday, illness, time_off_in_lieu or leave.
roster-can-take = Can take the shift
roster-nobody-can = Nobody may take the shift.
roster-cannot-take = Cannot
roster-swaps = Swaps for { $person }
roster-no-swaps = No swap keeps every rule and the cover.
roster-handover = { $from } gives { $work } on { $date } to { $to }
roster-swap-missing = There are only { $found } swaps, not { $asked }.

# Projection
project-as-it-stands = As the case is
project-no-population = The case has no population by age, so there are no years to project to. Add the table population; docs/reference/case-format.md shows it.
project-no-year = { $year } is not one of the case's years, { $first } to { $last }.
project-gap = { $scenario }: hours a week, and full-time positions missing
project-groups = The staff groups, as the case is: { $first } and { $last }
project-difference = { $scenario } against { $other }: what more (+) or less (−) is missing
project-places = Places with the largest unmet share in { $year }, hours a week
project-leans = What the missing positions of { $year } lean on most
project-terms = What makes the difference in missing full-time positions in { $year }, in whatever order
project-all-terms = In all, region by region
project-published = What others have published, in missing positions
project-robust = Missing full-time positions in { $year } by plan and future; closed is at most { $share } of the need unmet
project-measured = How far off the population projected in the past was, by years ahead (from { $fewest } to { $most } years)
project-region-error = The range holds 80 of 100 draws; here are { $draws }. The draws are matched region by region. Without drawing that gives { $error }% in { $year } against place by place, and the range is moved accordingly.
project-cost = { $scenario }: { $payer } pays { $dkk } million kr. over the years.
project-explain = { $scenario }: what { $year } rests on
project-first = First year
project-need-stays = Need as in the first year
project-hands-stay = Hands as in the first year
project-this-year = The year
project-tornado = Which assumptions move most
project-tornado-table = Full-time positions missing in { $year } when one assumption at a time is moved; { $fte } with all at their values
project-moved = One assumption moved at a time: full-time positions missing
project-moved-note = Matched region by region. All other assumptions stand at their values.
assumed-hands-stay = { $group } stay as many as they are: the case does not say how they come and go.
assumed-need-stays = The need in { $place } stays as it is: the case has no population there.
assumption-inhabitants = Population aged { $age }
assumption-care-use = who uses the care
assumption-healthy-ageing = Healthy ageing
assumption-staff-follow-need = New staff begin where need grows
assumption-starting-gap = Gap in the first year
assumption-extra = hours by { $kind }
assumption-eligible = eligible share
assumption-adoption = adoption today
assumption-freed = share freed
assumption-ceiling = adoption in the end
flow-age-share = ages
flow-retirement = retirement
flow-leaving = leaving a year
flow-outside = educated people outside
flow-return = coming back
flow-intake = intake of the education
flow-completion = completion
flow-study-years = years of study
flow-graduate-age = age at graduation
flow-taken-up = graduates who begin here
flow-working-time = working time each
flow-replaced = replaced
change-technology = Technology
change-lift = Lifted binding
change-task-shift = Task shift
change-education = Changed intake
change-retention = Retention
change-working-time = Changed working time
change-care-time = Changed share of care
change-need = Trend in need
change-relocation = Tasks moved
change-parameter = Parameter
change-published = Published
change-cost = Cost
column-year = Year
column-hands = Hands
column-fte = FTE
column-interval = Range
column-fte-first = FTE first
column-fte-last = FTE last
column-unmet-last = Unmet last
column-price-first = Scarcity first
column-price-last = Scarcity last
column-draws-fewer = Less missing in
column-difference = Difference
column-part = Part of the difference
column-part-alone = Alone
column-published = Published
column-they-say = Their figure
column-with-theirs = With their assumptions
column-as-it-stands = The case as it stands
column-technology-name = Technology
column-scope = Hours to act on
column-claim = Claimed FTE
column-released-fte = Released FTE
column-more-care = Care
column-plan = Plan
column-closed = Closed in
column-party = Who
column-cost = Cost
column-gain = Gain
column-age = Age
column-years-ahead = { $years } years on
column-assumption = Assumption
column-explains = Explains
column-share-error = Error
column-low-to-high = Low to high
column-at-low = At low
column-at-high = At high
column-scenario = Scenario
progress-central = Years
progress-draws = Draws
progress-differences = Differences
progress-futures = Futures
progress-portfolio = Portfolio
progress-assumptions = Assumptions
project-kicker = Leon · Projection
project-fans = Full-time positions missing
project-fans-lead = The line is the projection with every assumption at its value; the band holds 80 of 100 draws over the assumptions' ranges. The dashed line is the case as it is.
project-fan = { $scenario }: { $last } full-time positions missing in { $year }
project-years = Year by year
project-years-lead = Need and hands in hours a week, and what is missing when each year is planned: every task with those who may and can do it, at the lowest effective level.
project-differences = The scenarios against the case as it is
project-differences-lead = Full-time positions missing, more (+) or less (−). Both see the same draws, so the difference has its own range.
project-hands = The hands
project-hands-lead = Scarcity is how many weighted unmet hours one hour more or less of the group changes.
project-where = Where hands are missing
project-where-lead = The case as it is, in the last year.
project-leans-together = { $count ->
    [one] The first assumption foretells { $share } of the variation when each draw is left out in turn.
   *[other] The first { $number } assumptions foretell { $share } of the variation together when each draw is left out in turn.
 } The rest is assumptions that work only together, curves, and what so few draws cannot show.
project-rests = What the answer rests on
project-rests-lead = The share of the variation of missing positions over the draws that follows the assumption alone, with its standard error. The line bends at the assumption's value, and what chance would explain is taken off. The change is from the low end to the high end.
project-others = Others' figures
project-others-lead = Others' assumptions reckoned on the case's ground. Their figures are people, the case's are full-time positions. Those of a staff group would do what it does today.
portfolio-technologies = The technologies in { $year }, taken up by all from the first year
portfolio-bindings = Full-time positions no longer missing when a binding is lifted from the first year
portfolio-scenarios = Each alone and together in { $year }
portfolio-parties = Who pays and who gains in { $year }, million kr.
portfolio-sum-alone = Added up, each alone
portfolio-together = All at once
portfolio-all-technologies = All technologies at once
portfolio-all-bindings = All bindings lifted at once
portfolio-all-scenarios = All scenarios at once
portfolio-everything = Everything at once
portfolio-note = Claims are taken at their word, but at most all hours of the tasks that they are for. Released are the positions no longer missing when the year is matched with and without; hours that nobody can use do not count. Places are put together region by region. A dash is for tasks that the case does not have.
portfolio-kicker = Leon · Portfolio
portfolio-page-together = Each alone and together
portfolio-page-together-lead = What each scenario releases alone, and what technologies, bindings, scenarios and everything release at once. Those that release the same hours do so once.
portfolio-page-technologies = Technologies: claim and release
portfolio-page-bindings = Bindings
portfolio-page-bindings-lead = What lifting each binding alone gives, year by year. Together can be more or less than the sum: two bindings may hold the same hours. Where a figure is negative more positions are missing, but they weigh less.
portfolio-page-parties = Who pays and who gains
portfolio-page-parties-lead = The cost is the scenario's own. Who runs the care saves hours no longer bought; citizens get care that was missing, at the case's value of an unmet hour. Taxes and work taken up again are left out.
project-why = What makes the difference
project-why-lead = Each change's part of the difference in missing full-time positions, as the mean over all orders; the parts add up to the difference. Alone is what the change does without the others.
sql-not-built = The program leon-sql is not built. It is built apart, because it is large: run make sql, or cargo install --path sql.
sql-refused = The question was not answered. The reason stands above.
party-state = The state
party-region = The regions
party-municipality = The municipalities
party-citizen = The citizens
project-backtest = What the past shows
project-backtest-lead = The population projected from each year of the past by a simple method, against those who came. The range of the case's population is at least as wide. Staff and use of care have no past in the case and are not tried.
project-about = How the answer came about
project-about-lead = The same case, scenarios, draws and seed give the same answer on any number of threads.
project-run = Leon { $version }, case { $case }, { $draws } draws, seed { $seed }.

# Rosters: cover out of demand
cover-rows = { $rows ->
    [one] One row of cover.
   *[other] { $rows } rows of cover.
  } Of the period's rows { $replaced } fall away on the same days for the same people; { $kept } stay.
cover-column-row = Row
cover-column-days = Days
cover-column-mean = Mean
cover-column-spread = Spread
cover-column-min = Minimum
cover-column-target = Target
cover-column-evidence = Evidence
cover-dates = { $dates } dates, { $first } to { $last }
cover-measured = What the forecast rests on
cover-series = { $of }: { $observations } observations, { $first } to { $last }, { $season }; what weekday and season leave varies { $dispersion } times as much as a count by chance (Poisson).
cover-seasonal = with a season
cover-no-season = without a season, as the observations do not reach over a year
cover-series-error = Mean error { $error }.
cover-unseen = No observations on: { $days }. There is no row for them.
cover-held-out = Measured on the last { $weeks } weeks, each forecast { $ahead } weeks ahead ({ $forecasts } numbers): mean error { $error } people; saying the same as last time on that weekday misses by { $last }. In the interval that is to hold { $interval } lay { $inside }. The target was enough { $enough } of the times; asked for { $level }.
cover-not-held-out = The error is not measured: there are too few observations to hold weeks out.
cover-nothing = There are no observations.
cover-too-few = { $of }: { $found } observations on { $weekday }; there must be { $least }. Find more, delete the weekday's rows, or lower --observations-min.
cover-unsound = The period does not hold together with the new cover: { $reason }
cover-plan-broken = { $plan } breaks { $found } rules, so it does not say who is needed. See them with leon route check.
cover-left-out = { $plan } leaves out { $found } visits. They count with their own time, without the way there.
cover-unknown-groups = The period does not have the staff groups { $ids } of { $file }. Add them under groups.
cover-unknown-competences = The period does not have the competences { $ids } of { $file }, so they give no rows. Add them under competences if they are to.
cover-next = The period stands in { $file }. Plan it:  leon roster plan { $file }

## Measures

measure-title = { $name }: what planning again shows
measure-asked = { $days } made-up days of { $visits } visits in { $places }, each planned without and with the measure: same needs, same engine, { $rounds } rounds a plan. Nobody in them is real.
measure-users = On a day { $users } citizens have it, and { $visits } visits are changed or gone.
measure-released = Released: { $minutes } { $unit } (95 % interval { $low } to { $high }), { $share } of the staff time used ({ $share_low } to { $share_high }).
measure-proven = The difference is proven: the interval lies beyond what the plans can miss. The best plans differ too. (Between a quarter of the rounds and all of them it moved by { $shift } { $unit } at the most.)
measure-measured = The difference has come to rest: between a quarter of the rounds and all of them it moved by { $shift } { $unit } at the most, and the interval lies beyond that. It is no proof.
measure-plan-longer = There is a difference, but it is still moving: between a quarter of the rounds and all of them by up to { $shift } { $unit }. Plan longer with --iterations.
measure-not-shown = No difference is shown: the interval holds 0. Ask for more with --days, or for more visits a day. (Between a quarter of the rounds and all of them it moved by up to { $shift } { $unit }.)
measure-dropped = Care dropped { $dropped } and gained { $gained } { $unit }. Neither is counted as released.
measure-claim = Promised: { $fte } employees in the whole country ({ $evidence }).
measure-lines = Less time used, { $unit }, with 95 % interval
measure-groups = Released by staff group, { $unit }
measure-types = Released by type of municipality or unit, { $unit }
measure-free = What the time becomes, { $unit }
measure-free-lead = Pieces of at least { $minutes } minutes can take in another citizen. Shifts that the measure brings along are taken off whole shifts.
measure-column-less = Less
measure-column-low = From
measure-column-high = To
measure-column-type = Type
measure-piece-shift = Whole shifts
measure-piece-visit = Room for another citizen
measure-piece-scrap = Pieces too small to use
measure-all = In all
measure-kind-town = Town
measure-kind-mixed = Mixed
measure-kind-rural = Rural
measure-kind-island = Island
measure-progress = { $done } of { $days } days
measure-unreadable = { $file } cannot be read: { $reason }. Name a file, or the id of a measure in the case's folder measures.
measure-faulty = { $file } has { $count ->
    [one] a problem
   *[other] { $number } problems
}. Nothing was planned.
measure-too-few-days = { $days } days or periods of a kind are too few for an interval. Ask for two or more with --days.
measure-care-dropped = Care dropped
measure-care-gained = Care gained
measure-minutes-a-day = minutes a day
measure-minutes-a-week = minutes a week for each unit
measure-gaps = By their bounds the plans can be up to { $without } minutes a day above the best without the measure and { $with } with it.
measure-scaled = In the case: { $share } of the care hours that the measure is about. With that share every municipality and ward is matched, and it comes to { $hours } hours a week or { $fte } FTE ({ $low } to { $high }). Of the hours, { $met } meet need that was unmet, and { $bought } need not be bought; the rest stand free where no hands are missing.
measure-no-scale = The case has no need where the measure works, so it cannot be scaled.
measure-why-confirmed = The promise lies within the measured interval. This holds with the measure's own figures, most of which are assumptions.
measure-why-lower = All of the interval lies below the promise: ways, breaks, the measure's own hours and the visits that are made all the same are counted.
measure-why-higher = All of the interval lies above the promise, with the measure's own figures for who can and will.
measure-why-not-testable = The promise lies within an interval that holds no difference too. Ask for more days, or plan longer.
measure-why-none = No source in the case promises a number for this measure.
measure-verdict-confirmed = Confirmed
measure-verdict-lower = Lower than promised
measure-verdict-higher = Higher than promised
measure-verdict-not_testable = Cannot be told
measure-verdict-none = No promise
measure-asked-given = { $days } made-up days from files in { $places }, each planned without and with the measure: same needs, same engine, { $rounds } rounds a plan. Nobody in them is real.
measure-asked-real = { $days } real days in { $places }, each planned without and with the measure: same needs, same engine, { $rounds } rounds a plan.
measure-asked-rosters = { $days } made-up periods of { $weeks } weeks ({ $places }), each planned without and with the measure: same people and contracts, same engine, { $rounds } rounds a roster. Nobody in them is real.
measure-units = In a period { $users } units have it, and { $visits } rows of cover are changed.
measure-bought = Time bought
measure-uncovered = Time uncovered
measure-surplus = At work beyond the need
measure-kind-ward = Wards
measure-kind-home-care = Home care
measure-kind-acute-team = Acute teams
measure-kind-nursing-home = Nursing homes
measure-mixed = Measures of visits and measures of shifts cannot be measured together. Measure each alone.
measure-day-where = Days from files need one municipality. Name it with --municipality.
measure-day-group = { $file } has the staff group { $group }, which the case does not have. Use the case's ids.
measure-no-case = The case with what was measured cannot be written: { $reason }
measure-drivers = Each figure moved alone to its ends: released, { $unit }
measure-regression = All figures drawn at once: what the answer leans on, { $unit }
measure-regression-explained = A plane is laid through { $draws } draws of all figures from their ranges. It explains { $share } of the spread; the rest is figures that work together, bends, and the chance of the search. The weight is standard deviations of what is released for one of the figure.
measure-column-weight = Weight
measure-column-change = Low to high
measure-too-few-draws = Too few draws for the measure's figures. Ask for { $wanted } or more with --draws.
measure-column-at-low = At low
measure-column-at-high = At high
measure-column-figure = Figure
measure-column-value = Value
measure-column-evidence = Evidence
measure-column-source = Source
measure-column-hours-week = Hours a week
measure-types-scaled = Released in the case, each type of municipality at its own share
measure-figures = What the measure rests on
measure-kicker = Leon · What does it give when we plan again?
measure-figure-promised = Promised, FTE
measure-figure-found = Measured, FTE
measure-figure-verdict = Verdict
measure-section-promise = What was promised, and does it hold?
measure-section-promise-lead = The promise beside what planning again shows, taken up to the whole case.
measure-section-found = What does planning again show?
measure-section-found-lead = The same needs planned without and with the measure. Numbers are what becomes less; below zero is what becomes more.
measure-section-whom = For whom?
measure-section-whom-lead = Which staff groups the time comes from.
measure-section-where = Where?
measure-section-where-lead = The same measure does not give the same in town and in the country.
measure-section-needs = What does it need?
measure-section-needs-lead = Who has the measure, and each figure that it rests on, with evidence and source.
measure-section-sure = How sure is it?
measure-section-sure-lead = Whether the difference is shown, and which figures move it most.
measure-real = real days
measure-synthetic = made-up days and periods; they test the planning, not the world
measure-together = All together
measure-together-lead = Measures taken up at the same time, planned on the same days. Of two readings of one measure only the first is among them.
measure-together-of = { $count } measures: { $names }
measure-overlap = Alone they release { $alone } { $unit } in all, together { $together }. The difference is { $overlap } ({ $low } to { $high }): above 0 it is counted twice by whoever adds up; below 0 the measures help each other.
measure-overlap-fte = In the case the sum of each alone is { $alone } FTE; together they are { $together }.
measure-league = All measures beside each other
measure-league-lead = Each measure is measured alone; two together give less than their sum where they are about the same visits. The share is of the care hours that the measure is about.
measure-column-measure = Measure
measure-column-share = Share
measure-column-fte = FTE
measure-column-interval = Interval
measure-column-promised = Promised
measure-column-ratio = Measured/promised
measure-column-verdict = Verdict
measure-verdict-not_measured = Not measured
measure-not = Not measured
measure-not-lead = Measures without an answer, and why. The others stand as they are.
measure-not-all = Not measured: { $names }. Why stands above; the other measures were measured.
measure-not-rules_broken = With the measure a roster breaks { $with } rules, and without it { $without }, so they cannot be compared. Plan longer with --iterations, or see which rules the measure runs against.
measure-not-needs_differ = The plans without and with it hold different needs ({ $reason }), so time would be released by leaving care out.
measure-not-fault = Leon fell short, which is a fault of Leon's: { $reason }
measure-figure-of-eligible-share = Share for whom it is an option
measure-figure-of-take_up-adoption = Of those: have taken it up
measure-figure-of-take_up-drop_out = Of those: have given it up again
measure-figure-of-take_up-failure = Of its use: fails, so that staff come after all
measure-figure-of-change-factor = So much of the time or of the people at work is left
measure-figure-of-change-filled = How full a shift at the screen is planned
measure-figure-of-change-earlier = Minutes that the visit may begin earlier
measure-figure-of-change-later = Minutes that the visit may begin later
measure-figure-of-change-counts = An hour on call counts as so many hours
measure-figure-of-change-worked = Call-outs, of the hours on call
measure-figure-of-change-error = So much of what varies is not known when the roster is made
measure-figure-of-change-dropped = Of rounds by night, those that are gone no more
measure-figure-of-change-call_outs = Calls with a reason, for each resident and night
measure-figure-of-change-false_alarms = False alarms, for each resident and night
measure-figure-of-change-minutes = Minutes of each call
measure-figure-of-cost-hours_per_user_week = Hours of support a week, for each user or unit
measure-figure-of-cost-hours_per_user = Hours to set up, for each user or unit
measure-figure-of-cost-weeks = Weeks that the set-up lasts
measure-figure-of-cost-per_user_week = Its own visits a week, for each user
measure-figure-of-cost-minutes = Minutes of each of them

# In the browser
shell-skip = Go to the content
shell-menu = Menu
shell-demo = This is a demo: everybody is let in, and its figures are public or made up.
menu-hours = Overview
menu-gap = Competence gap
menu-projection = Projection
no-case = There is no case yet. Bring one in with: leon serve --case FOLDER

# When it cannot be done
refused-not-found = There is no such page
refused-not-found-text = The address leads nowhere. Start from the menu.
refused-forbidden = You have no access to this
refused-forbidden-text = Your role does not open this page. An administrator can give you another.
refused-foreign-text = The request came from another site's page and was not carried out.
refused-wrong = This cannot be done
refused-stranger = Sign in first
refused-stranger-text = Only who is signed in or sends a token is answered here.
refused-not-said-text = Say with If-Match what you saw last. Nothing was changed.
refused-unavailable = Leon cannot answer right now
refused-unavailable-text = The database does not answer. Nothing is lost; try again in a while.
refused-internal = A fault of Leon
refused-internal-text = Something went wrong in Leon. The fault is in the server's log.

# Overview
hours-page-title = Where the hours go
hours-book = The book of hours
hours-book-lead = Every minute leaves one account and enters another. Choose an account to see what its figures rest on.
hours-table = Accounts, hours a week
hours-account = Account
hours-in = In
hours-out = Out
hours-back = Back to the overview
hours-rests = What the figures rest on
hours-rests-lead = The figures of the case that the account is made from, with source, evidence and range.

# Competence gap
projection-page-title = Projection
projection-reckoning = The projection is being reckoned. It takes a minute the first time; load the page again in a while.
gap-page-title = Competence gap
gap-no-such-binding = No binding "{ $id }" is in force. Choose bindings on the board.
column-lifted = Lifted
switchboard-title = The bindings
switchboard-lead = Lift a binding and see what happens to gap and prices. The value is the weighted hours a week that are met when the binding is lifted alone.
switchboard-valuing = The bindings are being valued. The values are here in a moment.
switchboard-plan = Plan again
switchboard-none = Lift none
switchboard-best = { $count ->
    [one] Lift the most valuable one
   *[other] Lift the best set of { $number }
}
switchboard-switch = Lift { $binding }
effect-title = What it changes
effect-lead = The same needs, planned again without the lifted bindings.
effect-hours = Hours a week
effect-prices = Scarcity price
effect-before = As now
effect-after = Lifted
effect-bought = Bought hours
effect-median-before = Median as now
effect-median-after = Median lifted
effect-max-before = Highest as now
effect-max-after = Highest lifted

# leon serve
failure-demo-open = The demo lets everybody in and can therefore be reached from this machine only: use --listen 127.0.0.1:8040.
failure-not-imported = The case was not brought in: { $reason }
failure-serve = Leon cannot open: { $reason }
serve-ready = Leon is open on { $address }. Stop with Ctrl-C.

# Access
menu-people = People
menu-events = Events
sign-in-title = Sign in
sign-in-name = Name
sign-in-password = Password
sign-in-do = Sign in
sign-in-wrong = Name or password is wrong.
sign-in-locked = The account is locked after several wrong passwords. Try again later.
sign-in-too-often = There have been too many tries from here. Try again in five minutes.
sign-in-nobody = Nobody has an account yet. Give the first on the server with: leon user add NAME
sign-out-do = Sign out
people-all = Everybody with an account
people-name = Name
people-roles = Roles
people-role = Role
people-place = Place
people-place-hint = The place's id in the case; the role holds there and under it. Empty is everywhere.
people-add = Give an account
people-add-do = Give account
people-name-wrong = A name has at least one and at most 100 letters.
people-name-taken = There is already an account with the name "{ $name }".
people-role-wrong = There is no such role.
people-place-wrong = The case has no place with the id "{ $place }".
people-password-wrong = A password has at least { $min } and at most { $max } letters.
role-planner = Planner
role-shift-planner = Shift planner
role-employee = Employee
role-leader = Leader
role-analyst = Analyst
role-administrator = Administrator
events-lead = What has happened, newest first. Rows are never changed or deleted.
events-search = Search for a person, a deed or an object
events-do = Search
events-older = Older
events-at = Time (UTC)
events-person = Person
events-what = Deed
events-about = About
events-detail = Detail
event-add-document = brought in
event-add-person = account given
event-answer = answer found
event-back-up = put away in a file
event-end-sessions = signed out everywhere
event-give-token = token given
event-publish = published
event-restore = brought back
event-sign-in = signed in
event-sign-out = signed out
event-wrong-password = wrong password
backup-done = { $rows } rows are put away in { $file }. The file holds all that the database holds: keep it accordingly.
restore-done = { $rows } rows are back from { $file }. Everybody signs in anew.
failure-keep = Nothing was changed: { $reason }
user-signed-out = { $name } is signed out everywhere, and every token is taken back.
failure-user-nobody = There is nobody called { $name }.
user-added = { $name } now has an account as { $role }.
failure-user-password = Write the password on standard input, { $min } to { $max } letters: leon user add NAME < file
failure-user-taken = There is already an account with the name "{ $name }".
failure-user-store = The account was not kept: { $reason }

# Routes
menu-routes = Routes
menu-jobs = Jobs
refused-conflict = Somebody else was first
refused-conflict-text = A plan has been published since you saw the page. Nothing is changed; look at the new plan and try again.
routes-lead = Days of visits. Bring in a day or make one up, and plan it.
routes-none = There are no days yet.
routes-day = Day
routes-municipality = Region or municipality
routes-date = Date
routes-seed = Seed: another gives another, equally good search
routes-make-up = Make up a day
routes-make-up-do = Make up
routes-made-up-wrong = A made-up day has a date and 20 to 2,000 visits.
routes-upload = Bring in a day
routes-upload-do = Bring in
routes-file = The day's file (JSON)
routes-plan = Plan of (UTC)
routes-plans = Plans
routes-no-plans = There are no plans yet.
routes-budget = Searched
routes-published = Published as no.
routes-seconds = Seconds to search
routes-plan-do = Plan
routes-search-wrong = Search for between 1 and 3,600 seconds.
route-day-title = Visits { $dates }
plan-back = Back to the day
plan-no-reasons = What has happened already breaks rules of the day, so it cannot be said what would make room for the visits left out.
plan-publish = Publish the plan
plan-published = The plan is published as number { $number }.
why-not-title = Why not another?
why-not-ask = Ask
event-add-job = planning asked for
event-cancel-job = planning cancelled
event-see-period = period seen
event-see-day = day seen
event-see-plan = plan seen

# Routes: changing a plan
menu-my-route = My route
adjust-title = Change the plan
adjust-lead = A change gives a new plan beside this one; nothing is published until you do it. A visit can also be dragged on the time bars.
adjust-move = Move a visit
adjust-move-at = Begins at (empty: when it fits)
adjust-move-do = Move the visit
adjust-anybody = whom it suits best
adjust-sick = A carer falls ill
adjust-cancelled = A visit is cancelled
adjust-known-at = Known from (empty: from the beginning of the day)
adjust-do = Plan the rest again
adjust-limits = How much may it disturb?
adjust-citizens = Citizens who may notice, at most
adjust-per-carer = Changes for one carer, at most
adjust-wrong = Choose a visit and a carer or a time such as 09:30.
adjust-limit-wrong = A limit is a whole number; empty means no limit.
adjusted-title = What the change does
adjusted-touched = { $citizens ->
    [one] 1 citizen notices
   *[other] { $citizens } citizens notice
} and { $carers ->
    [one] 1 carer has another route.
   *[other] { $carers } carers have another route.
}
adjusted-carers = The carers' routes
adjusted-goals = Before and after
adjusted-before = Before
adjusted-after = After
adjusted-difference = Difference
adjusted-undo = Undo: back to the plan before
phones-title = What carers see on their phones
phone-title = { $carer }: { $dates }
phone-back = Back to the plan
phone-no-visits = There are no visits on the route.
my-route-none = No route is published for you. Your account must be called what you are called in the day.
event-see-route = route seen

# Roster
menu-rosters = Roster
menu-my-shifts = My shifts
rosters-lead = Periods of shifts. Bring in a period or make one up, and have its roster made.
rosters-none = There are no periods yet.
rosters-period = Period
rosters-period-title = Shifts { $dates }
rosters-counts = { $people } people, { $units } units, { $wishes } wishes
rosters-make-up = Make up a period
rosters-make-up-do = Make up
rosters-made-up-wrong = A made-up period has 12 to 60 people, 1 to 16 weeks, and begins on a Monday.
rosters-kind = Kind
rosters-kind-ward = Hospital ward
rosters-kind-home-care = Home-care group
rosters-kind-acute-team = Municipal acute team
rosters-kind-nursing-home = Nursing home
rosters-people = People
rosters-weeks = Weeks
rosters-first = First day
rosters-last = Last day
rosters-upload = Bring in a period
rosters-file = The period's file (JSON)
shifts-steps = Changes
shifts-back = Back to the period
shifts-undo = Undo
shifts-redo = Redo
shifts-legal = The change breaks no rule.
shifts-broken = The change breaks:
shifts-mended = { $number } breaches are gone.
shifts-priced = Legal at a price
shifts-advised = Advised against
shifts-short = Short of cover
shifts-change-title = Change the roster
shifts-change-lead = A change gives a new roster beside this one, also when it breaks something, so that it can be seen before anything is chosen. Click a cell, or drag it to somebody else's to swap.
shifts-set = Another shift
shifts-set-do = Set the shift
shifts-shift = Shift
shifts-off = off
shifts-function = Function
shifts-no-function = none
shifts-swap = Swap
shifts-swap-do = Swap shifts
shifts-with = Swaps with
shifts-change-wrong = Choose a person, a date of the period, and something that changes the roster.
shifts-publish-title = Publishing
shifts-publish-do = Publish the roster
shifts-publish-changes = { $number ->
    [one] 1 day differs
   *[other] { $number } days differ
} from the roster that people know. Notice and supplements are reckoned as if the changes were told now.
shifts-publish-price = Supplements and overtime in all: { $kroner } kr.
shifts-publish-broken = { $number ->
    [one] 1 rule is broken
   *[other] rules are broken in { $number } places
}; see the section on rules.
shifts-publish-seen = I have seen what is broken
shifts-publish-unseen = The roster breaks rules. Tick that you have seen them if it is to be published all the same.
shifts-why = Why was I refused?
shifts-wish-back = Back to the roster
my-shifts-none = No roster is published for you. Your account must be called what you are called in the period.
my-shifts-no-wishes = You have no wishes in the period.
my-shifts-account = Wish account { $year }: { $granted } granted, { $refused } refused.
rosters-wishes = { $number ->
    [one] 1 wish has been stated by an employee and not taken into the period.
   *[other] { $number } wishes have been stated by employees and not taken into the period.
}
rosters-wishes-take = Take the wishes into a new version of the period
my-wish-round = Wishes for { $first } – { $last }
my-wish-left = { $left ->
    [one] You can state 1 more wish.
   *[other] You can state { $left } more wishes.
}
my-wish-do = State the wish
my-wish-withdraw = Withdraw
my-wish-wrong = Choose what you wish for, and dates of the period, the first before the last.
my-wish-too-many = You have stated the { $most } wishes that the period has room for. Withdraw one if another matters more.
event-add-wish = wish stated
event-withdraw-wish = wish withdrawn
upload-wrong = The file could not be read. Send one JSON file of at most 32 MB.
job-kind-roster = Shifts

# Jobs
job-state-waiting = Waiting
job-state-running = Being planned
job-state-done = Done
job-state-failed = Did not succeed
job-state-cancelled = Cancelled
job-failure-workers-died = three times the program that was planning was cut off. Try fewer seconds, and see whether the machine has memory enough
job-failure-unreadable = this version of Leon cannot read what was to be planned
job-failure-broke-off = this is a fault of Leon; the machine's log says more
job-kind-route = Visits
job-cancel = Cancel
jobs-lead = Plans that are being made or have been made. A plan is finished even when the page is closed or Leon is started again.
jobs-all = The latest jobs
jobs-document = What
jobs-kind = Kind
jobs-state = State
jobs-worker = Worker
jobs-by = By
jobs-at = At (UTC)
jobs-none = Nothing has been planned yet.
event-fail-job = planning did not succeed
worker-ready = Leon makes the plans that are asked for. Stop with Ctrl-C.
menu-measures = Measures
measures-title = Measures: what does it give when we plan again?
measures-lead = The same needs planned without and with each measure. The promise stands beside what planning shows; a measure's name opens it.
measures-none = There are no measures here yet. Measure a case with: leon measure CASE --all --out FOLDER, and start with: leon serve --measures FOLDER
measures-back = All measures
measures-about = Measured on the case { $case } with Leon { $leon_version }, seed { $seed }; { $iterations } rounds a plan of a day or roster in the first measure.
measure-finding-proven = The difference is proven: the best plans differ too.
measure-finding-measured = The difference has come to rest, but is not proven.
measure-finding-plan_longer = There is a difference, but it is still moving. Measure again with more rounds.
measure-finding-not_shown = No difference is shown. Measure again with more days.
measure-finding-not_measured = Not measured.

# Leon for programs
api-title = Leon for programs
api-lead = The same that people see here, as JSON. Send a token from leon user token, or use the browser that you are signed in with.
api-limit = Ask for 1 to { $max } documents at a time.
api-no-such-kind = There is no such kind of document. There are: { $kinds }.
api-case-content = A case is its files: a name and a text for each.
api-not-planned = No plans are made of that kind of document.
api-no-such-answer = The document has no such answer.
