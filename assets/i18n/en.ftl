# The words of Satchel in English. Keys are area-what; the four files hold the same keys with the
# same arguments (mobile/src/i18n/tests.rs). Amounts and dates arrive already written.

## Parts
part-back = Back
part-clear = Clear
part-close = Close
part-decimal-mark = Decimal mark
part-delete-digit = Delete last digit
part-one-less = One less
part-one-more = One more
part-open-keypad = { $figure }, open the keypad
part-undo = Undo

## Dock
dock-name = Main
dock-today = Today
dock-orders = Orders
dock-scan = Scan
dock-tasks = Tasks
dock-more = More
dock-needs-hand = { $count ->
    [one] { $count } needs a hand
   *[other] { $count } need a hand
}

## Order lines
line-free = Free
line-quantity-of = Quantity of { $name }
line-remove = Remove this line
line-unit = Unit
line-was = before { $price }
line-why = Why { $price }?

## PIN
pin-done = Done
pin-entered = { $count ->
    [one] { $count } digit entered
   *[other] { $count } digits entered
}
pin-pad = PIN pad

## Signature
signature-empty = Not signed yet
signature-name = Signature
signature-optional = (optional)
signature-there = Signed

## Figures
format-kilometres = { $figure } km
format-metres = { $figure } m
format-percent = { $figure } %

## Dates
date-today = Today
date-yesterday = Yesterday
date-tomorrow = Tomorrow
date-long = { $weekday } { $day } { $month }
date-short = { $weekday } { $day } { $month }
date-day = { $day } { $month }
date-day-year = { $day } { $month } { $year }
date-month-year = { $month } { $year }
date-weekday-1 = Monday
date-weekday-2 = Tuesday
date-weekday-3 = Wednesday
date-weekday-4 = Thursday
date-weekday-5 = Friday
date-weekday-6 = Saturday
date-weekday-7 = Sunday
date-weekday-short-1 = Mon
date-weekday-short-2 = Tue
date-weekday-short-3 = Wed
date-weekday-short-4 = Thu
date-weekday-short-5 = Fri
date-weekday-short-6 = Sat
date-weekday-short-7 = Sun
date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December
date-month-short-1 = Jan
date-month-short-2 = Feb
date-month-short-3 = Mar
date-month-short-4 = Apr
date-month-short-5 = May
date-month-short-6 = Jun
date-month-short-7 = Jul
date-month-short-8 = Aug
date-month-short-9 = Sep
date-month-short-10 = Oct
date-month-short-11 = Nov
date-month-short-12 = Dec

## States
state-booked = Booked
state-checking = Checking
state-draft = Draft
state-needs-hand = Needs a hand
state-sending = Sending
state-waiting = Waiting
state-withdrawn = Withdrawn

## Customers
customers-title = Customers
customers-search = Find a customer
customers-search-hint = Name, street or phone
customers-new = New
customers-new-long = New customer
customers-order = Sort customers
customers-nearby = Nearby
customers-by-name = A to Z
customers-ordered = ordered { $date }
customers-late = { $amount } late
customers-failed = The customers could not be read
customers-no-position = Satchel does not know where it is
customers-none-found = Nobody matches
customers-none-found-text = Try the first letters of the name, the street or the phone number.
customers-none = Your customers will be here
customers-none-text = Write the first one down now, with or without signal.

## Ages of stock and prices

ages-old = This is older than your company allows
ages-old-text = { $ages }. Find signal before you promise a price or a quantity; orders can still be taken.
ages-prices = Prices from { $time }
ages-stock = Stock from { $time }

## Agenda
agenda-after = Next week
agenda-all-day = All day
agenda-before = Week before
agenda-call = Call
agenda-day = { $count ->
    [one] { $date }, { $count } entry
   *[other] { $date }, { $count } entries
}
agenda-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
agenda-failed = The calendar could not be read
agenda-meeting = Meeting
agenda-nothing = Nothing planned
agenda-nth = day { $nth } of { $count }
agenda-repeats = Repeats
agenda-title = Calendar
agenda-today = Today, { $date }
agenda-visit = Visit
agenda-week = Week { $week }

## Catalogue
catalogue-added = { $name } added
catalogue-all-brands = All brands
catalogue-brand = Brand
catalogue-failed = The catalogue could not be read
catalogue-filters = Narrow the list
catalogue-groups = Item groups
catalogue-in-van = In van
catalogue-none = No items yet
catalogue-none-found = Nothing matches
catalogue-none-found-text = Try the first letters of the words, the code or the barcode.
catalogue-none-text = Items show here once the office has sent them to this phone.
catalogue-review = Review order
catalogue-search = Find an item by name, code or barcode
catalogue-search-hint = Name, code or barcode
catalogue-show-all = Show everything
catalogue-title = Catalogue

## Customer
customer-call = Call
customer-change = Change this customer
customer-change-save = Save the change
customer-contacts = Contact and address
customer-credit-left = Credit left
customer-credit-of = of { $amount }
customer-days-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
customer-failed = The customer could not be read
customer-go-on = Go on with the draft
customer-last-order = Last order
customer-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
customer-local = New, waits for the office
customer-mail = Mail
customer-map = Map
customer-new-order = New order
customer-no-orders = No orders yet
customer-order-again-of = Order { $number } again
customer-order-usual = Order the usual
customer-orders = Last orders
customer-owes = Owes
customer-prices = { $list } prices
customer-title = Customer
customer-usual = Usually buys

## New customer
error-field-email = That is not an e-mail address
error-field-missing = This is needed
error-field-phone = That is not a phone number
error-field-too-long = This takes at most 140 characters
new-customer-city = City
new-customer-contact = Contact person
new-customer-default = The site’s default
new-customer-group = Customer group
new-customer-here = Use where I am
new-customer-here-taken = Place taken
new-customer-here-unknown = This phone does not know where it is yet. The customer can be saved without it.
new-customer-look = { $count ->
    [one] { $count } field needs a look
   *[other] { $count } fields need a look
}
new-customer-mail = E-mail
new-customer-name = Name
new-customer-phone = Phone
new-customer-pincode = Postal code
new-customer-save = Save customer
new-customer-street = Street and number
new-customer-tax-id = Tax number
new-customer-territory = Territory

## Items and stock
item-add = Add one of { $name }
item-add-more = { $figure } of { $name } in the order, add one more
item-add-one = Add { $unit }
item-failed = The item could not be read
item-in-order = { $figure } in the order
item-list-prices = List prices. What a customer pays shows once an order is open.
item-no-price = No price
item-no-stock-kept = No stock is kept of this.
item-sold-from = Sold from here
item-stock = Stock
item-title = Item
item-units = Units and prices
stock-elsewhere = Not in van · { $elsewhere } in store
stock-none = Not in van or store
stock-van = Van { $here }
stock-van-low = Van { $here } · low
stock-van-part = Van under 1 · low

## Scan
scan-counted = Scanned for this order
scan-add = Add for { $customer }
scan-empty = Scan or type a code
scan-empty-text = The camera adds item after item. A scanner that works like a keyboard types here by itself.
scan-expired = { $name } is added, but this pack expired on { $day }.
scan-field = Barcode or item code
scan-for = Scan for this order
scan-hint = Code
scan-in-order = { $quantity } in the order
scan-no-draft = No order is open. Start one from a customer to add this.
scan-note = Note it in the order
scan-note-line = Code without an item: { $code }
scan-noted = Noted in the order
scan-search = Search
scan-title = Scan
scan-to-order = To the order · { $amount }
scan-unknown = Not in the catalogue
scan-unknown-code = No item on this phone has the code { $code }. Nothing was added.
scan-unknown-text = Nothing was added. Search by name, or tell the office the code in the note of an order.
scan-warehouse = { $warehouse } { $figure }

## Tasks
tasks-days-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
tasks-done = { $percent } % done
tasks-failed = The tasks could not be read
tasks-late = Late
tasks-later = Later
tasks-next = Next 7 days
tasks-none = No open tasks
tasks-none-text = Tasks of your projects show here with the day they are due.
tasks-open = No date
tasks-priority-high = High
tasks-priority-urgent = Urgent
tasks-title = Tasks

## One task
error-app-timer-forgotten = The timer has run for { $hours } hours. Say how long it really was.
error-app-timer-runs = The timer runs on “{ $task }”. Stop it there first.
error-task-after-project = The task lies after the end of its project, { $date }. The office sets both.
error-task-completed-on = A task cannot be completed on a day to come. Look at the clock of this phone.
error-task-dependency-open = “{ $task }” has to be done first: this task waits for it.
error-task-end-after-parent = The task ends after the task it is part of, { $date }. The office sets both.
error-task-end-before-start = The task ends before it starts. The office sets both days.
error-task-progress = Progress is 100 % at most.
error-task-status = The office knows no status “{ $status }”.
task-activity = Kind of work
task-add-note = Add a note
task-add-photo = Add a photo
task-apart = Reported without knowing of the report before. The further one stands; both are kept.
task-by-hand = By hand
task-cancel = Cancel this task
task-cancel-text = It counts as over and can be taken up again.
task-checked = { $done } of { $all }
task-checklist = Checklist
task-complete = Complete task
task-complete-log = Complete task · log { $time }
task-completed-on = completed { $date }
task-completed-today = completed today
task-description = What is to be done
task-due = due { $date }
task-due-today = due today
task-failed = The task could not be read
task-forgotten = Forgotten? It is asked when it stops.
task-forgotten-drop = Book nothing
task-forgotten-text = The timer has run since { $date }, { $time }. How long was the work?
task-forgotten-title = The timer was left running
task-history = What was reported
task-hours = Hours worked
task-hours-day = Day
task-hours-from = From
task-hours-help = As 1.5 for an hour and a half
task-hours-long = How long, in hours
task-hours-missing = Say how long
task-hours-note = What was done
task-hours-save = Book { $time }
task-hours-wrong = From a minute to 24 hours
task-more = More
task-no-history = Nothing was reported yet.
task-note = Note
task-note-keep = Keep this note
task-note-title = Note on this task
task-photos = Photos and signatures
task-progress = Progress
task-project-own = Project { $percent }, by this phone
task-project-share = Project { $percent }
task-said-note = Note
task-sign = Sign
task-sign-keep = Keep this signature
task-sign-title = The customer signs
task-since = Running since { $time }
task-start = Start
task-starts = From { $date }
task-status = Status
task-status-template = Template
task-stop = Stop
task-take-up = Take up again
task-time = Time on this phone
task-title = Task
task-to-review = To review
task-unknown-here = Not on this phone
task-waits-for = Waits for
task-waits-open = { $count } open
tasks-blocked = Blocked
tasks-by-due = Due
tasks-by-priority = Priority
tasks-by-project = Projects
tasks-no-project = No project
tasks-none-over = None over yet
tasks-none-over-text = Tasks completed on this phone show here.
tasks-order = Order of the tasks
tasks-over = Done
tasks-priority-low = Low
tasks-priority-medium = Medium
tasks-timed = Timer runs
tasks-waits-for = Waits for “{ $task }”

## First start
welcome-first = Sell first.
welcome-second = Signal later.
welcome-text = Orders, visits and tasks are kept safe on this phone, with or without signal.
welcome-demo = Look around first
welcome-demo-text = A demo company, kept on this phone only
settings-language = Language
welcome-code-text = With a code from the office
welcome-restore-text = From another phone, or from this one

## Sync centre
conflict-before = Was { $value }
conflict-decide = Keep what is ticked
conflict-fields = { $count ->
    [one] One field
   *[other] { $count } fields
}
conflict-mine = Yours
conflict-no = No
conflict-section = Changed on both sides
conflict-text = You and the office changed the same thing. Yours stays until you decide.
conflict-theirs = The office
conflict-title = Which one is right?
conflict-yes = Yes
load-bytes = { $done } of { $total } MB
load-can-sell = You can take orders already; the rest comes by itself.
load-count = { $done } of { $total }
load-left = { $count ->
    [one] about a minute left
   *[other] about { $count } minutes left
}
load-not-yet = Orders can be taken once prices are here. Keep the app open.
load-title = Fetching what your company sells
sync-alone = Kept on this phone only
sync-alone-text = This profile belongs to no site. Nothing leaves the phone unless you make a safe copy.
sync-courier = Carry by file
sync-fetching = Fetching what changed
sync-fetching-text = Everything you wrote is at the office.
sync-hand = { $count ->
    [one] One thing needs a hand
   *[other] { $count } things need a hand
}
sync-hand-text = Nothing is lost: it is kept on this phone until it is settled.
sync-hand-over = Ask the office
sync-handed = Left to the supervisor
sync-held = after { $title }
sync-last = Last in touch with the office { $time }
sync-later = Again { $time }
sync-leave-draft = Leave as a draft
sync-mend = Mend
sync-mend-send = Send with these changes
sync-never = Not yet in touch with the office
sync-note = What should the office do?
sync-note-along = Your note goes to the office with all of this, as a file on the customer’s, task’s or project’s page. It is not sent any more from here; once the office has entered it, this phone finds out by itself.
sync-note-help = It stays here with your note and is not sent any more. Show it to your supervisor: once the office has entered it, this phone finds out by itself.
sync-now = Try now
sync-offline = No signal
sync-offline-since = No signal since { $time }
sync-paused-office = Everything is kept here. Ask the office for a new code and connect again from More.
sync-paused-until = Everything is kept here and goes on by itself at { $time }.
sync-safe-leaves = { $count ->
    [one] One thing is safe on this phone. It leaves by itself.
   *[other] { $count } things are safe on this phone. They leave by themselves, in this order.
}
sync-send-again = Send again
sync-sending = Being sent
sync-stuck = Tried { $count } times without success. It is kept, and still tried a few times a day; other documents go out meanwhile.
sync-withdraw = Withdraw
sync-working = Working…
sync-your-note = Your note: { $note }

## Carrying by file
courier-delivered = { $count ->
    [one] One thing is at the office
   *[other] { $count } things are at the office
}
courier-differ = { $count ->
    [one] One order was booked with another total. It says both figures.
   *[other] { $count } orders were booked with other totals. Each says both figures.
}
courier-file = Where to
courier-read = Read the receipt
courier-receipt = The receipt
courier-receipt-text = The office gives you a receipt when it has delivered the file. Read it here, and the phone knows what has arrived.
courier-receipt-title = Back from the office
courier-refused = { $count ->
    [one] One thing was refused. It stays on this phone.
   *[other] { $count } things were refused. They stay on this phone.
}
courier-text = What waits goes into one file that only the office can open. Bring it there on a card or a cable, or share it. What the phone sends itself meanwhile arrives once all the same.
courier-unchanged = { $count ->
    [0] Nothing else changed.
    [one] One thing was known before.
   *[other] { $count } things were known before.
}
courier-write = Write the file
courier-written = File { $number } is written
courier-written-text = { $count ->
    [one] One thing is in it. It stays on this phone until the office has it.
   *[other] { $count } things are in it. They stay on this phone until the office has them.
}

## Connecting to the company
connect-again = Connect again
connect-again-done = Connected. What waits is sent by itself.
connect-again-go = Use this code
connect-again-text = When the site no longer accepts this phone, the office gives you a new code. Everything that waits here stays and goes on.
connect-code = Code from the office
connect-code-help = It begins with SATCHEL
connect-device = Receipts of this phone begin with { $device }
connect-look = Read the code
connect-picture = Read the code from a picture
connect-text = The office gives you a code for this phone. Paste it here: nothing is sent before you have seen what it says.
connect-title = Connect to your company
connect-until = Can be used until { $time }
connect-working = Connecting…

## Unlocking
pin-again = Type it once more
pin-choose = Choose a PIN
pin-choose-text = It locks what is kept on this phone.
pin-differs = That was another PIN. Start again.
pin-length = 4 to 12 digits
pin-making = Setting up the demo company…
unlock-hint = Type your PIN
unlock-none = There is no profile here
unlock-none-text = The folder of the profiles cannot be read. Nothing in it was changed.
unlock-switch = Switch user
unlock-wait-minutes = { $count ->
    [one] Wrong PIN. Try again in a minute.
   *[other] Wrong PIN. Try again in { $count } minutes.
}
unlock-wait-seconds = { $count ->
    [one] Wrong PIN. Try again in a second.
   *[other] Wrong PIN. Try again in { $count } seconds.
}
pin-changing = Changing the PIN…
pin-now = Your current PIN
pin-now-hint = Then choose another one

## Numbers typed
error-entry-empty = Type a number
error-entry-negative = This cannot be less than 0
error-entry-not-a-number = That is not a number
error-entry-not-whole = This unit comes in whole numbers only
error-entry-over-100 = This cannot be more than 100 %
error-entry-too-large = That number is too large
error-entry-too-long = That number is too long
error-entry-too-many-decimals = This takes at most { $decimals } decimals
error-entry-unfinished = Type a number
error-entry-zero = This has to be more than 0

## Mistakes
error-app-stopped = That was cut short. Nothing saved is lost; try again.
error-pin-wrong = That PIN is wrong
error-pin-too-short = A PIN has at least 4 digits
error-pin-too-long = A PIN has at most 12 digits
error-pin-not-digits = A PIN is made of digits
error-pin-wait = No PIN is taken yet. Wait a little.
error-app-visit-open = You are still checked in at { $customer }. Check out there first.
error-key-derivation = The PIN could not be worked with: too little memory is free. Close other apps and try again.
error-key-store-damaged = The key of this profile is damaged on this phone. Restore a safe copy.
error-key-store-folder = The folder of the keys cannot be used. Check that the phone lets Satchel write, and try again.
error-key-store-misused = The key could not be kept. Tell the office.
error-key-store-not-found = The key of this profile is not on this phone. Restore a safe copy.
error-key-store-unavailable = The phone does not give out its keys now. Unlock the phone and try again.
error-no-randomness = The phone gave no random numbers. Start it again.
error-profile-damaged = The card of this profile cannot be read. Its data is untouched; restore a safe copy, or ask the office.
error-profile-key-lost = This profile came from another phone and has no key here. Restore it from a safe copy.
error-profile-missing = That profile is not on this phone any more
error-profiles-folder = The folder of the profiles cannot be read. Check that the phone lets Satchel read and write there, then try again.
error-store-bad-input = Something could not be read and was not saved. What was saved before is untouched.
error-store-closed = The profile was locked meanwhile. Unlock it and try again.
error-store-damaged = The database is damaged. Open the profile again with its PIN: what can be read is saved, and nothing is thrown away.
error-store-disk-full = The phone is full. Free some space and try again; what was saved is safe.
error-store-failed = The phone did not save that. What was saved before is safe; try again.
error-store-in-use = This profile is open in another window. Close it there first.
error-store-newer = A newer Satchel wrote this. Update the app; nothing was changed.
error-store-no-device-code = This phone has no device code, so no receipt number can be given. Ask the office for a new code.
error-store-not-allowed = That is not possible any more: the order has moved on
error-store-not-found = That is not on this phone any more
error-store-read-only = Satchel may not write in its folder. Give it back the right to write, then try again; nothing was changed.
error-app-demo = The demo company could not be set up. Nothing was changed.
error-app-empty-order = There is nothing in this order yet
error-app-field =
    { $field ->
        [activity_type] { field-activity-type }
        [city] { field-city }
        [completed_on] { field-completed-on }
        [country] { field-country }
        [customer_group] { field-customer-group }
        [description] { field-description }
        [email_id] { field-email-id }
        [ends_on] { field-ends-on }
        [event_participants] { field-event-participants }
        [exp_end_date] { field-exp-end-date }
        [exp_start_date] { field-exp-start-date }
        [first_name] { field-first-name }
        [from_time] { field-from-time }
        [hours] { field-hours }
        [mobile_no] { field-mobile-no }
        [note] { field-note }
        [notes] { field-note }
        [pincode] { field-pincode }
        [priority] { field-priority }
        [progress] { field-progress }
        [project] { field-project }
        [starts_on] { field-starts-on }
        [subject] { field-subject }
        [tax_id] { field-tax-id }
        [territory] { field-territory }
       *[other] { $field }
    }: missing, too long, or not possible like this
error-app-masters = The office's data cannot be used for prices. Tell the office; your orders are safe.
error-app-no-price = { $item } has no price. Type one, or take it out.
error-app-not-found = That is not on this phone ({ $what })
error-app-randomness = The phone gave no random numbers. Start it again.
error-app-unreadable = Something kept on this phone cannot be read ({ $what }). Nothing was changed.
error-backup-code-used = That device code already gave receipt numbers. Ask the office for another one.
error-backup-foreign = This file is not a safe copy of Satchel’s
error-backup-last-receipt = That last receipt number does not fit this safe copy
error-backup-newer = A newer Satchel made this safe copy. Update the app first.
error-backup-passphrase = That passphrase does not open this file
error-backup-torn = The file is damaged or not whole. Copy it again, or take another one.
error-boot-no-folder = The phone gives Satchel no folder to keep anything in. Start it with --data and a folder.
error-passphrase-too-short = A passphrase has at least 8 characters

## Strip
strip-nothing = Nothing waits to be sent
strip-booked = All booked · { $time }
strip-orders = { $count ->
    [one] Waiting for signal · { $count } order safe on this phone
   *[other] Waiting for signal · { $count } orders safe on this phone
}
strip-others = { $count ->
    [one] Waiting for signal · { $count } entry safe on this phone
   *[other] Waiting for signal · { $count } entries safe on this phone
}
strip-both = { $orders ->
    [one] Waiting for signal · { $orders } order and { $others } more safe on this phone
   *[other] Waiting for signal · { $orders } orders and { $others } more safe on this phone
}
strip-hand = { $count ->
    [one] { $count } order needs a hand
   *[other] { $count } orders need a hand
}
strip-hand-waiting = { $count ->
    [one] { $count } order needs a hand · { $waiting } wait for signal
   *[other] { $count } orders need a hand · { $waiting } wait for signal
}

## Today
today-all-day = All day
today-all-done = All visits done
today-all-done-text = The plan of the day is through. Whatever you still sell counts as well.
today-calendar = Calendar
today-customers = Customers
today-draft = { $count ->
    [one] Draft · { $count } line, { $day } { $time }
   *[other] Draft · { $count } lines, { $day } { $time }
}
today-events = Also today
today-failed = The day could not be read
today-free = No visits are planned today
today-free-text = Sell to whoever comes your way, or look up a customer nearby.
today-late = Late, { $day }
today-new-order = New order
today-of = { $done } of { $all }
today-office-said = Office:
today-owes = Owes { $amount }, late
today-pick-up = Pick up again
today-planned = Next today
today-progress = { $done } of { $all } visits done
today-search = Find a customer
today-so-far = Day so far
today-sold-in = { $count ->
    [0] nothing sold yet
    [one] sold in { $count } order
   *[other] sold in { $count } orders
}
today-tasks = Tasks due
today-then = Then
today-title = Today
today-until = until { $time }
today-usually = Usually { $amount }
today-usually-between = Usually { $low } to { $high }
today-visits = { $count ->
    [one] visit
   *[other] visits
}

## Visits
visit-call = Call
visit-check-in = Check in
visit-check-out = Check out
visit-directions = Directions
visit-picture = Take a photo
visit-pictures = { $count ->
    [one] one photo
   *[other] { $count } photos
}
visit-here-since = Here since { $time }

## A visit and the way of the day
customer-visits = Visits
route-anew = Order for me
route-by-hand = In the order you chose for today.
route-by-plan = Ordered by agreed times and distance.
route-carry = Carry { $customer } to another place
route-down = Move { $customer } down
route-late = There about { $time }, late
route-maps = Open in maps
route-moved = { $customer } is now { $place } of { $count }
route-none = No stops are left today
route-none-text = Planned visits of the calendar stand here, in the order of the way.
route-stops = { $count ->
    [one] one stop
   *[other] { $count } stops
}
route-straight = Distances are straight lines. Roads are longer.
route-title = Day route
route-total = { $distance } in all
route-up = Move { $customer } up
today-missed = Missed
today-missed-at = Was planned: { $day } { $time }
today-missed-day = Was planned: { $day }
today-near = A customer near by
today-near-away = { $distance } away
today-near-planned = planned for today
today-past = Time is over
today-route = Day route
visit-accuracy = to within { $distance }
visit-arrived = Arrived
visit-away = { $distance } from the address
visit-broken-changed = This record was changed after it was made: it no longer fits its seal.
visit-broken-elsewhere = This record does not follow the one before it on its phone.
visit-broken-missing = Records before this one are missing.
visit-customer = Customer
visit-failed = The visit could not be read
visit-files = Photos and signature
visit-from-until = { $day } { $from } to { $until }
visit-goes-on = Here now
visit-happened = What happened
visit-left = Left
visit-link = { $end } · record { $number } of { $device }
visit-missed = Missed
visit-note = Note
visit-note-label = What is worth remembering
visit-order = Order of { $amount }
visit-photo = Photo
visit-place = Place
visit-planned = Planned
visit-planned-for = Planned for { $time }
visit-record = Record
visit-record-none = This visit was made before visits were sealed.
visit-record-whole = Sealed, and unchanged since. Each record carries the seal of the one before.
visit-sign = Have it signed
visit-sign-keep = Keep the signature
visit-signed = Signed by the customer
visit-simulated = This position was made up by an app on the phone.
visit-task = Task, { $percent } % done
visit-time = { $minutes ->
    [one] One minute of work entered
   *[other] { $minutes } minutes of work entered
}
visit-title = Visit
visit-unplanned = Not planned

## On its way
sync-backup = Make a safe copy
sync-failed = What waits could not be read
sync-look = Look at it
sync-none-text = Orders, visits and new customers you write down stand here until the office has them.
sync-things = { $count ->
    [one] { $count } thing
   *[other] { $count } things
}
sync-title = On its way

## More
more-add-demo = Add the demo company
more-backup-text = One encrypted file with everything
more-catalogue = Catalogue
more-device = { $device } · { $items } items on this phone
more-lock = Lock now
more-look = Look and language
more-phone = This phone
more-pin = Change the PIN
more-switch-text = Locks; somebody else types their PIN
more-users = Users of this phone
more-users-text = Switch, or add one

## Settings
settings-size-double = Twice as large
settings-size-large = Large
settings-size-larger = A little larger
settings-size-largest = Largest
settings-size-standard = Standard
settings-text-size = Text size
settings-theme = Light and dark
settings-theme-dark = Dark
settings-theme-light = Light
settings-theme-system = Like the phone

## About
about-libraries = Rust libraries
about-text = Orders, visits and tasks without a network, for ERPNext. What you write stays on this phone, encrypted, until the office has it.
about-title = About Satchel
about-version = Satchel { $version }
about-works = With thanks for the work of

## Safe copy
backup-title = Safe copy
backup-again = The passphrase once more
backup-differs = That was another passphrase
backup-done = Done
backup-file = File
backup-made = The safe copy is made
backup-made-text = { $count ->
    [0] Everything is in it. Only its passphrase opens it.
    [one] Everything is in it, { $count } thing that waits among it. Only its passphrase opens it.
   *[other] Everything is in it, { $count } things that wait among it. Only its passphrase opens it.
}
backup-made-where = Keep it somewhere else than on this phone:
backup-making = Making the safe copy…
backup-passphrase = Passphrase
backup-passphrase-help = At least 8 characters; several words are best. Nobody can open the copy without it.
backup-text = One encrypted file with all of this profile: orders that wait, drafts, visits, customers, prices.

## Units
unit-of = { $unit } { $figure }
unit-nos = Piece
unit-nos-count = { $count ->
    [one] { $figure } piece
   *[other] { $figure } pieces
}
unit-bottle = Bottle
unit-bottle-count = { $count ->
    [one] { $figure } bottle
   *[other] { $figure } bottles
}
unit-box = Box
unit-box-count = { $count ->
    [one] { $figure } box
   *[other] { $figure } boxes
}
unit-case = Case
unit-case-count = { $count ->
    [one] { $figure } case
   *[other] { $figure } cases
}
unit-layer = Layer
unit-layer-count = { $count ->
    [one] { $figure } layer
   *[other] { $figure } layers
}
unit-pack = Pack
unit-pack-count = { $count ->
    [one] { $figure } pack
   *[other] { $figure } packs
}
unit-pallet = Pallet
unit-pallet-count = { $count ->
    [one] { $figure } pallet
   *[other] { $figure } pallets
}

## Orders
orders-all = All
orders-day-sum = { $amount } in { $count }
orders-drafts = Drafts
orders-failed = The orders could not be read
orders-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
orders-new = New order
orders-none = Orders you take will be here
orders-none-text = Take the first one now, with or without signal. It stays on this phone until the office has it.
orders-none-booked = Nothing is booked yet
orders-none-booked-text = An order comes here once the office has it.
orders-none-drafts = No order is half written
orders-none-drafts-text = An order you leave before placing it waits here, saved at each change.
orders-none-found = No order matches
orders-none-found-text = Try the customer, the receipt number or the office’s number.
orders-none-hand = Nothing needs a hand
orders-none-hand-text = An order the office refuses comes here, with the office’s own words.
orders-none-waiting = Nothing waits
orders-none-waiting-text = Every order on this phone has reached the office.
orders-none-withdrawn = Nothing was withdrawn
orders-none-withdrawn-text = An order you take back before it is sent stays here with its reason.
orders-office = Office:
orders-search = Find an order
orders-search-close = Close the search
orders-search-hint = Customer or number
orders-segments = Orders by state
orders-title = Orders

## Lines and sums of an order
delivery-from = Delivery: { $date } · { $warehouse }
delivery-note = Note
delivery-on = Delivery: { $date }
lines-counted = { $quantity } × { $rate }
sums-discount = Discount
sums-grand = Total
sums-included = { $tax } included
sums-net = Net
sums-rounding = Rounding
sums-total = Items

## Order detail
booked-booked = At the office
booked-difference = The office booked another amount
booked-draft = At the office as { $name }, a draft
booked-promised = On the receipt
booked-submitted = At the office as { $name }, submitted
order-detail-add-picture = Add a photo
order-detail-again = Order again
order-detail-failed = The order could not be read
order-detail-happened = What happened
order-detail-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
order-detail-map = Where it was taken
order-detail-next-checking = The office’s answer got lost. Satchel asks whether it has the order before sending anything again.
order-detail-next-hand = It is kept here and not sent again by itself. Order again with a change, ask the office, or withdraw it. Nothing is lost either way.
order-detail-next-sending = It is on its way to the office.
order-detail-next-waiting = Safe on this phone. It waits to be sent.
order-detail-office-says = The office says
order-detail-picture-size = { $size } MB
order-detail-picture-there = At the office
order-detail-pictures = Photos
order-detail-reason = Why is it withdrawn?
order-detail-reason-help = The reason stays with the order.
order-detail-reason-missing = Write a reason first
order-detail-receipt = Receipt
order-detail-signature = Signature of { $customer }
order-detail-title = Order
order-detail-withdraw = Withdraw…
order-detail-withdraw-do = Withdraw this order
order-detail-withdraw-title = Withdraw the order
timeline-answer-lost = Answer lost
timeline-booked = Booked by the office
timeline-copied-from = Copied from another order
timeline-handed-over = Left to a supervisor
timeline-kept = Kept here, not sent again by itself
timeline-mended = Another order goes in its place
timeline-other = Something else happened
timeline-placed = Placed on this phone
timeline-position = position ±{ $metres } m
timeline-position-old = position ±{ $metres } m, { $minutes } min old
timeline-position-unknown = position not known
timeline-postponed = Sent later
timeline-refused = Not booked
timeline-salvaged = Saved from a damaged file
timeline-sending = Sent to the office
timeline-sent-again = Sent again
timeline-signed = Signed by the customer
timeline-submit-refused = The office has it as a draft; not submitted
timeline-submitted = Submitted
timeline-totals-differ = The office’s total differs
timeline-withdrawn = Withdrawn

## Placed
placed-booked = The office has it.
placed-failed = The order could not be read
placed-hand = Kept on this phone; it needs a hand.
placed-new = New order
placed-open = Show order
placed-sending = On its way to the office.
placed-title = Order placed
placed-today = Back to Today
placed-waiting = { $count ->
    [one] Safe on this phone. It waits to be sent.
   *[other] Safe on this phone · { $count } orders wait for signal
}
placed-withdrawn = It was taken back.

## Receipt
receipt-failed = The receipt could not be made
receipt-label-date = Date
receipt-label-delivery-date = Delivery
receipt-label-discount = Discount
receipt-label-free = free
receipt-label-net-total = Net total
receipt-label-not-booked = Not yet booked by the office
receipt-label-order = Order
receipt-label-po-no = Your order
receipt-label-receipt = Receipt
receipt-label-rounding = Rounding
receipt-label-sales-person = Sold by
receipt-label-tax-id = Tax ID
receipt-label-thanks = Thank you
receipt-label-total = Total
receipt-label-total-qty = Quantity
receipt-name = Receipt { $number }

## Review
review-edit = Edit
review-failed = The order could not be read
review-gone = This is not a draft any more
review-gone-text = It was placed or discarded. Placed orders are under Orders.
review-more = { $count ->
    [one] { $count } more line, { $amount }
   *[other] { $count } more lines, { $amount }
}
review-not-placed = Not placed. The draft is still here.
review-place = Place order · { $amount }
review-provisional = The price may still change
review-refused = The office would refuse this order
review-title = Review
review-works-offline = Works without signal. The receipt number comes at once.
## Order
line-set-price = Set a price
order-add = Add an item by name, code or barcode
order-add-first = Add items to review
order-add-hint = Add by name or code
order-added = { $name } added
order-again = Order again
order-again-of = { $date } · { $amount }
order-amount = Amount
order-and-free = plus { $quantity } { $name } free
order-coupon = Coupon
order-coupon-label = Coupon code
order-coupon-remove = Take it back
order-coupon-use = Use this coupon
order-customer = Customer
order-delivery = Delivery date
order-delivery-other = Another day
order-discard = Discard this draft
order-discarded = The draft is in the trash
order-discarded-text = It stays there for 30 days. Bring it back if that was a slip.
order-discount = Discount
order-discount-all = Discount on the order
order-discount-kind = Percent or amount
order-discount-of = Discount { $figure }
order-discount-remove = Take the discount back
order-each = { $rate } each
order-empty = What shall it be?
order-empty-text = Type a name or scan a code below. Each change is saved on this phone.
order-facts = About this order
order-failed = The order could not be opened
order-free-order = free with this order
order-free-with = free with { $quantity }
order-give-discount = Give this discount
order-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
order-more = More about this order
order-no-price = No price on this phone
order-not-yet = Cannot be placed yet
order-note = Note
order-note-done = Keep this note
order-note-help = Goes to the office with the order
order-note-label = Note to the office
order-note-there = Note written
order-percent = Percent
order-price-missing = { $count ->
    [one] { $count } line has no price
   *[other] { $count } lines have no price
}
order-provisional = This price may still change
order-rate-remove = Take the price back
order-rate-sub = Your price for this order
order-rate-unit = { $currency } per { $unit }
order-refused = The office would not take this
order-removed = { $name } removed
order-restore = Bring it back
order-review = Review order
order-safe = safe on this phone
order-saves = saves { $amount }
order-scan = Scan items
order-set-price = Set this price
order-set-quantity = Set { $quantity }
order-stock = Van { $here } · { $elsewhere } in store
order-stock-short = { $count ->
    [one] Van has { $here }, one short
   *[other] Van has { $here }, { $short } short
}
order-stock-short-store = { $count ->
    [one] Van has { $here }, one short · { $elsewhere } in store
   *[other] Van has { $here }, { $short } short · { $elsewhere } in store
}
order-summary = { $lines } · net { $net } · tax { $tax }
order-tax-template = Taxes
order-tax-template-by-rule = As the rules say
order-title = Order
order-total = Total
order-totals = Totals
order-type-quantity = Type a quantity
order-unit-holds = { $unit } = { $quantity }
order-unit-of = Unit of { $name }
order-usual = { $count ->
    [one] Their usual basket · { $count } item
   *[other] Their usual basket · { $count } items
}
order-warehouse = Warehouse
order-why-total = Why this total?
order-your-discount = Your discount { $figure }
order-your-price = Your price

## Why
why-by-rules = { $figure } by { $rules }
why-keep = Keep { $price }
why-not-used = Looked at, not used
why-own-price = { $list }, made for this customer
why-price-batch = for a batch
why-price-customer-price-first = the customer’s own price comes first
why-price-expired = no longer valid
why-price-later-price-first = a later price comes first
why-price-not-yet-valid = not valid yet
why-price-of = Price { $rate }
why-price-other-price-list = other price list
why-price-other-uom = other unit
why-price-own-price-first = the item’s own price comes first
why-price-packing-unit = does not fit the packing
why-rule-amount = amount not reached
why-rule-applied = applied
why-rule-applied-on-other = given on another line
why-rule-checks-only = only checks
why-rule-condition-false = its condition does not hold
why-rule-condition-unknown = only the office can tell
why-rule-coupon = needs a coupon
why-rule-later-in-search = a closer rule comes first
why-rule-lower-priority = another rule comes first
why-rule-other-item = for another item
why-rule-other-party = for other customers
why-rule-other-price-list = other price list
why-rule-other-uom = other unit
why-rule-other-warehouse = other warehouse
why-rule-outside-dates = not on this day
why-rule-quantity = quantity not reached
why-step-discount-amount = Discount
why-step-discount-percentage = Discount
why-step-distributed-discount = Share of the order’s discount
why-step-free = Free
why-step-included-tax = Tax in the price
why-step-margin-amount = Margin
why-step-margin-percentage = Margin
why-step-net-rate = Net price
why-step-price-list-rate = List price
why-step-rate = Price for this customer
why-sub = { $name } · { $unit }
why-tax-of = { $rate } of { $base }
why-taxes = Taxes and charges
why-times = { $quantity } × { $rate } = { $amount }
why-total-discount-amount = Discount
why-total-grand-total = With taxes
why-total-net-total = Net
why-total-rounded-total = Rounded
why-total-rounding-adjustment = Rounding
why-total-taxes-and-charges = Taxes and charges
why-total-total = Sum of the lines
why-worked-out = Worked out on this phone from the prices it holds. The office books the same figure.

## Edits not taken
error-edit-delivery-in-past = Delivery cannot be before today
error-edit-negative-amount = An amount cannot be below 0
error-edit-negative-qty = A quantity cannot be below 0
error-edit-no-such-line = That line is not there any more
error-edit-note-too-long = The note is too long. What was saved before is kept.
error-edit-nothing-to-undo = There is nothing to undo
error-edit-percentage = A discount is between 0 and 100 %
error-edit-qty-too-large = That quantity is too large

## Pricing
pricing-message-item-price-added = Your price for { $item } becomes its price in { $price-list }
pricing-message-item-tax-template-updated = Line { $row }, { $item }: the tax follows the price
pricing-message-rule-not-applied = Line { $row }, { $item }: less was given than { $rule } allows
pricing-message-transaction-rule-not-applied = Less was given than a rule allows
pricing-provisional-condition = Only the office can tell whether { $rule } applies
pricing-provisional-coupon-use = Others may have used the coupon { $coupon } up
pricing-provisional-cumulative-rule = { $rule } counts earlier orders too, which only the office has
pricing-provisional-missing-master = { $doctype } { $name } is not on this phone
pricing-provisional-unknown-version = The office runs version { $version }, which is new to this app
pricing-provisional-loading = Prices and taxes are still coming from the office

## Restoring
restore-code = Receipts here get the device code { $code }, so that no number is given twice
restore-found = Found on this phone
restore-look = Look into it
restore-looking = Opening…
restore-text = Choose the file and type its passphrase. Nothing on this phone is replaced.
restore-title = Restore a safe copy
restore-unsent = { $count ->
    [0] Nothing in it waits to be sent
    [one] { $count } thing in it waits to be sent
   *[other] { $count } things in it wait to be sent
}
restore-working = Restoring…

## Trouble
salvage-aside = The damaged file was set aside, not deleted:
salvage-drafts = { $count ->
    [0] No drafts were there
    [one] { $count } draft is safe
   *[other] { $count } drafts are safe
}
salvage-go-on = Go on
salvage-incomplete = { $count ->
    [one] The lines of { $count } order could not be read. Look at it under Orders and write it anew.
   *[other] The lines of { $count } orders could not be read. Look at them under Orders and write them anew.
}
salvage-masters = The catalogue, customers and prices could not be read. They come back from the office once there is signal.
salvage-orders = { $count ->
    [0] No orders were waiting
    [one] { $count } order that waits is safe
   *[other] { $count } orders that wait are safe
}
salvage-others = { $count ->
    [one] { $count } visit or customer that waits is safe
   *[other] { $count } visits and customers that wait are safe
}
salvage-text = The database of this profile was damaged. Satchel has taken out what can be read and put it into a new one.
salvage-title = Mended after damage
trouble-anew = Leave it here and start anew
trouble-retry = Try again
trouble-safe = Nothing on this phone was deleted.
trouble-title = Satchel cannot open this

## Courier

error-courier-not-ours = This is not a courier file of Satchel
error-courier-torn = The file is torn or not complete. Copy it again.
error-courier-newer = A newer Satchel made this file. Update the app first.
error-courier-other-key = This file is locked for another site
error-courier-foreign = No phone of this site made this file
error-courier-delivered = This file was delivered before
error-courier-other-receipt = This receipt is not for a file of this phone
error-courier-no-key = The office gave this phone no key for courier files. Ask for a new enrolment code.
error-courier-nothing = Nothing waits, so there is nothing to carry
error-courier-file = The file cannot be written or read. Choose another place.

## Enrolment

error-enrol-not-ours = This is not an enrolment code of Satchel. Ask the office for the code it printed for you.
error-enrol-newer = A newer Satchel made this code. Update the app first.
error-enrol-torn = Some of the code is missing. Scan it again, or copy all of it.
error-enrol-expired = This code has expired. Ask the office for a new one, and see that this phone’s clock is right.
error-enrol-used = This code was used before. Ask the office for a new one.
error-enrol-wrong-user = The site says that this code belongs to somebody else. Ask the office for a new one.
error-enrol-other-site = This code is for another site. This profile belongs to { $site }.
error-enrol-other-user = This code is for somebody else. This profile belongs to { $user }.
error-enrol-here-already = This profile is on the phone already. Unlock it and enrol again from More.

## The site

error-address-invalid = That is not the address of a site
error-address-scheme = The address of a site begins with https://
error-address-unprotected = The site must be reached by https, or others could read what this phone sends
error-address-credentials = Leave the user name and the password out of the address
error-token-invalid = The key pair of this enrolment cannot be used. Ask the office for a new code.
error-sync-not-enrolled = This profile is not enrolled at a site
error-authorities-unreadable = The certificates the office gave cannot be read
error-http-setup = Secure connections cannot be set up on this phone
error-site-offline = The site cannot be reached. Everything is safe on this phone.
error-site-transient = The site has trouble just now. Satchel tries again by itself. { $words }
error-site-unknown = The answer of the site was lost. Satchel looks whether it arrived before it sends again.
error-site-refused = The site refused: { $words }
error-site-refused-silently = The site refused and did not say why ({ $exc-type })
error-site-unauthorised = The site does not take this phone’s key any more. Everything is kept; ask the office for a new enrolment code.
error-site-throttled = The site asks to wait before more is sent
error-site-maintenance = The site is being maintained. Satchel tries again by itself.
error-site-certificate = The site’s certificate is not valid. Nothing was sent; tell the office.
error-site-not-frappe = Something other than the site answered. If this network has a sign-in page, sign in first.

## What the office would refuse
refusal-account-of-other-company = Tax row { $row }: account { $account } is not of { $company }
refusal-actual-included = Tax row { $row } is a fixed amount and cannot be in the price
refusal-apply-discount-on-missing = Choose what the discount is taken off
refusal-below-cost = Line { $row }: { $item } is below its { $reference }; at least { $rate }
refusal-commission-rate = The commission is not between 0 and 100 %
refusal-coupon-expired = This coupon is no longer valid
refusal-coupon-not-started = This coupon is not valid yet
refusal-coupon-used-up = This coupon is used up
refusal-delivery-before-order = Delivery cannot be before the order
refusal-discount-above-total = The discount { $discount } is above the total { $total }
refusal-division-by-zero = A tax in the price takes all of it
refusal-does-not-exist = { $doctype } { $name } does not exist
refusal-duplicate-due-dates = Two payments fall due on one day: { $rows }
refusal-duplicate-item = { $item } stands in the order twice
refusal-end-of-life = { $item } is no longer sold since { $date }
refusal-first-tax-row-chained = The first tax row cannot build on one before it
refusal-included-also = Tax row { $row } is in the price, so { $rows } must be too
refusal-item-disabled = { $item } is not sold any more
refusal-item-is-template = { $item } is a template; choose a variant
refusal-link-not-found = { $what } { $name } is not known
refusal-max-discount = { $item } takes at most { $max } % discount
refusal-multiple-pricing-rules = Several rules fit and none comes first: { $rules }
refusal-negative-total = The total is below 0
refusal-no-delivery-date = A delivery date is needed
refusal-no-exchange-rate = No exchange rate from { $from } to { $to }
refusal-no-free-item = { $rule } gives an item free but names none
refusal-no-items = The order has no lines
refusal-out-of-range = A figure is too large ({ $field })
refusal-party-disabled = { $customer } is disabled
refusal-party-frozen = { $customer } is frozen
refusal-payment-schedule-total = The payment terms do not add up to the total
refusal-price-list-disabled = Price list { $price-list } is disabled
refusal-qty-must-be-whole = Line { $row }: { $qty } { $uom } is not whole, and { $uom } comes in whole numbers
refusal-recursive-transaction-rule = A rule on the whole order calls itself again; ask the office
refusal-shipping-country = The shipping rule is not for { $country }
refusal-shipping-country-missing = The address has no country, and the shipping rule needs one
refusal-tax-row-id = Tax row { $row } builds on a row that is not there
refusal-tax-row-id-not-allowed = A tax row builds on another where it may not
refusal-template-disabled = { $doctype } { $name } is disabled
refusal-threshold-hint = { $rule } is so near its limit that the office fails on it; change the quantity
refusal-zero-qty = Line { $row }: { $item } has no quantity

## Sending

sync-parked-cancelled = The office cancelled { $name }
sync-parked-deleted = The office deleted the draft
sync-parked-replaced-arrived = The first one arrived after all as { $name }: withdraw this one
sync-parked-replaced-changed = { $name } was changed at the office since. Talk to them, or leave theirs as it is
sync-parked-unreadable = This document cannot be read on this phone; ask for support
sync-paused-maintenance = Paused: the office’s system is being updated. It goes on by itself.
sync-paused-not-set-up = Paused: the office’s system is not set up for Satchel, so nothing more is sent. Everything is kept; ask the office.
sync-paused-not-permitted = Paused: the office took this user’s right to orders away. Everything is kept and goes by itself once the right is back; ask the office.
sync-paused-throttled = Paused: the office asked for fewer requests. It goes on by itself.
sync-paused-unauthorised = Paused: the office no longer accepts this phone’s key. Everything is kept; ask the office to enrol you again.
## On the way to the office
outgoing-customer = New customer
outgoing-address = Address
outgoing-contact = Contact
outgoing-sales-order = Order
outgoing-slip = Note to the office
outgoing-submit = Submitting the order
outgoing-attachment = File or signature
outgoing-check-in = Visit
outgoing-check-out = End of a visit
outgoing-event = Calendar entry
outgoing-task = Task
outgoing-timesheet = Hours worked
outgoing-change-customer = Change of a customer
outgoing-change-event = Change of a calendar entry
outgoing-change-task = Change of a task
difference-price-changed = The price of { $item } has changed since: { $phone } on the receipt, { $server } at the office.
difference-priced-by-site = The site priced the lines itself; this user may not set prices there.
difference-provisional = The price depends on what only the office knows, as the receipt says.
difference-rate-changed = The office booked { $item } at { $server } instead of { $phone }.
difference-rounding = The office rounds the total differently.
difference-taxes = The office counted other taxes.
difference-unknown = The reason is not known here. Ask the office.
mend-closed = Closed
mend-private = Only me
mend-public = Everybody
field-activity-type = Kind of work
field-address-line1 = Street and number
field-address-line2 = Address, second line
field-address-title = Name on the address
field-city = Town
field-completed-on = Completed on
field-country = Country
field-customer-group = Customer group
field-customer-name = Customer name
field-description = Description
field-email-id = E-mail
field-ends-on = Ends
field-event-type = Who sees it
field-exp-end-date = Due
field-exp-start-date = Planned start
field-first-name = First name
field-from-time = Began
field-hours = Hours worked
field-last-name = Last name
field-mobile-no = Mobile number
field-note = Note
field-pincode = Postcode
field-priority = Priority
field-progress = Progress in per cent
field-project = Project
field-starts-on = Begins
field-state = State or province
field-status = Status
field-subject = Subject
field-task = Task
field-tax-id = Tax number
field-territory = Territory
error-app-mended-meanwhile = Order { $number }, which this one should replace, went another way meanwhile. Look at it before you place this one.
error-app-not-a-picture = That is not a photo. JPEG, PNG and WebP can be sent.
error-app-too-large = That is larger than { $megabytes } MB. Take a smaller photo.
error-app-no-thread = The phone is too busy to start sending. Everything is kept; open the profile again in a moment.
timeline-left-as-draft = Left at the office as a draft
strip-loading = Fetching what you sell · { $percent } %
strip-loading-rest = You can sell · the rest is coming, { $percent } %
strip-old-prices = Prices are of { $date } · older than the company allows
strip-paused = { $count ->
    [0] Paused · nothing waits
    [one] Paused · { $count } thing safe on this phone
   *[other] Paused · { $count } things safe on this phone
}
strip-things-waiting = { $count ->
    [one] { $count } thing needs a hand · { $waiting } wait for signal
   *[other] { $count } things need a hand · { $waiting } wait for signal
}
strip-sending = { $count ->
    [one] Sending · { $count } order
   *[other] Sending · { $count } orders
}
strip-sending-others = { $count ->
    [one] Sending · { $count } entry
   *[other] Sending · { $count } entries
}

## Snapshot

error-snapshot-unreadable = The snapshot cannot be read. The phone loads from the site instead.
error-snapshot-signature = The snapshot is not signed by your office. The phone loads from the site instead.
error-snapshot-other-site = The snapshot belongs to another site. The phone loads from the site instead.
error-snapshot-other-version = The snapshot was made for another version of the app. The phone loads from the site instead.
error-snapshot-damaged = The snapshot arrived damaged. The phone loads from the site instead.
error-snapshot-file = The snapshot could not be written to this phone. Check that there is space.

## Printing: errors

error-printer-not-found = The printer was not found. Is it on, and near enough or in this network?
error-printer-refused = The printer is there but takes no connection. Another phone may be using it.
error-printer-no-radio = This phone has no Bluetooth.
error-printer-radio-off = Bluetooth is off. Turn it on and try again.
error-printer-not-allowed = Satchel may not use Bluetooth or that device. Allow it in the phone’s settings.
error-printer-dropped = The connection to the printer broke.
error-printer-timed-out = The printer stopped taking the receipt. Look at its paper and its cover.
error-printer-none = That device is not a printer.
error-printer-unsupported = This phone cannot reach such a printer.
error-printer-bad-address = That is not an address. Write it like 192.168.1.50 or 192.168.1.50:9100.
error-receipt-template = Line { $line } of the template: { $detail }
error-receipt-markup = Line { $line } of what the template gives: { $detail }
error-receipt-too-long = The receipt is too long.
error-receipt-pdf = The PDF could not be made.

## Reports
receipt-label-customer = Customer
receipt-label-hours = h
receipt-label-tasks = Tasks
receipt-label-checklist = Checklist
receipt-label-progress-log = Reported
receipt-label-signature = Signature of the customer
receipt-label-time-logs = Time
receipt-stood-in = The template has a mistake; the built-in one stood in
report-day = Day report
report-order = Receipt of an order
report-task = Task report
report-visit = Visit note
task-status-cancelled = Cancelled
task-status-completed = Completed
task-status-open = Open
task-status-overdue = Overdue
task-status-pending-review = Waits for review
task-status-working = Working
today-visited = Visited
error-receipt-file = The receipt could not be made a file.
error-receipt-template-too-long = The template is too long: 64 KB at most.

## Sharing
share-fetched = The file is in your downloads.
share-making = Making the file…
share-no-receiver = Nothing here takes a file.
share-not-written = The file could not be written. Is the storage full?
share-offered = The file was handed to the phone.
share-pdf = Share as PDF
share-picture = Share as picture
share-refused = The phone did not share the file. Try again, or print it.
share-saved = Saved as
share-title = Share

## Receipt templates
templates-back = Back to the built-in one
templates-back-office = Back to the office’s
templates-broken = Has a mistake
templates-built-in = Built in
templates-changed = Not saved
templates-failed = The templates could not be read
templates-field = Template
templates-help = Jinja, as in Print Formats: doc, company and customer have ERPNext’s fields.
templates-last = With the last document on this phone
templates-meta = What stands on receipts and reports
templates-office = From the office
templates-own = Your own
templates-own-before-office = Your own; the office has one too
templates-preview = Preview
templates-sample = With a made-up document
templates-save = Save template
templates-saved = Saved
templates-stands-in = Until that is mended, the built-in template prints.
templates-text = Each says what stands on its paper. Change one, and see at once what it makes.
templates-title = Receipt templates

## Place and time of a document
order-detail-clock-ahead = { $minutes ->
    [one] The phone’s clock was one minute ahead of the office’s.
   *[other] The phone’s clock was { $minutes } minutes ahead of the office’s.
}
order-detail-clock-behind = { $minutes ->
    [one] The phone’s clock was one minute behind the office’s.
   *[other] The phone’s clock was { $minutes } minutes behind the office’s.
}
position-none = Without a position.
position-searching = None was known at that moment; one found within two minutes is added.

## Position

location-denied = Satchel may not use the position. Allow it in the settings of this phone.
location-lost = What told the position has gone. Orders are taken without it.
location-no-receiver = Nothing on this phone tells its position. Orders are taken without it.
location-searching = Looking for the position. Nearby customers show here as soon as it is known.
location-switched-off = Location is switched off. Switch location on in the settings of this phone.
location-timed-out = No position came in time. Try again under open sky.

## Camera and pictures
camera-again = Try the camera again
camera-aim = Hold the code in the frame
camera-busy = Another app is using the camera. Close it and try again, or read a picture.
camera-denied = Satchel may not use the camera. Allow it in the phone's settings, or read a picture or type the code.
camera-light-off = Light off
camera-light-on = Light on
camera-none = No camera was found. Read a picture or type the code.
camera-picture = What the camera sees
camera-start = Use the camera
camera-starting = Starting the camera…
camera-stop = Close the camera
camera-unplugged = The camera went away. Connect it and try again, or type the code.
camera-unreachable = The picture does not get to Satchel. Try again, or type the code.
camera-why = It is read on this phone, and no picture is kept. The phone asks first whether Satchel may use its camera.
picture-no-code = There is no code in this picture that can be read. Take it from closer, sharp and without glare.
picture-read = Read a picture
picture-reading = Reading the picture…
picture-unreadable = This file is no picture that can be read.
error-picture-damaged = The picture is damaged. Take or save it once more.
error-picture-too-large = The picture is too large. Take a smaller one.
error-picture-unknown = This file is no picture: PNG and JPEG can be read.

## How scanning is set
error-label-pattern-length = { $pattern }: a layout has 13 signs.
error-label-pattern-order = { $pattern }: a layout is the fixed digits, then I, then V if there is one, then W, P or N, then C.
scanning-answer = When the camera reads a code
scanning-failed = How scanning is set cannot be read
scanning-handheld = Handheld scanner
scanning-handheld-text = A scanner that works like a keyboard needs no setting if it ends each code with Enter or Tab. If it types signs of its own around the code, say which.
scanning-keep = Save
scanning-kept = Saved
scanning-labels = Labels with a weight or price
scanning-labels-field = Layouts, one a line
scanning-labels-help = For instance 21IIIIIWWwwwC: 21, five digits of the item, weight 00.000.
scanning-labels-text = Shops print such labels themselves. A layout says which digits are what: the fixed digits in front, I item, V check digit of the value, W weight, P price or N count with small letters for the digits behind the point, C check digit.
scanning-prefix = Before each code
scanning-shake = Vibration
scanning-sound = Sound
scanning-suffix = Behind each code
scanning-suffix-help = Leave it empty where there is only Enter or Tab.
scanning-text = Sound, handheld scanner, weight labels
scanning-title = Scanning

receipt-label-copy = Copy
receipt-label-visit = Visit
receipt-label-started = Began
receipt-label-ended = Ended
receipt-label-notes = Notes
receipt-label-position = Position
receipt-label-task = Task
receipt-label-project = Project
receipt-label-status = Status
receipt-label-progress = Progress
receipt-label-expected = Due
receipt-label-day = Day report
receipt-label-orders = Orders
receipt-label-visits = Visits
receipt-label-test = Test page
error-printer-none-saved = No printer is saved yet. Add one under More.
print-interrupted = Satchel ended while this was being printed. Look at the paper: print it again, or leave it.

printers-title = Printers
printers-text = Receipts on paper, 58 and 80 mm
printers-failed = The printers could not be read
printers-none = No printer yet
printers-none-text = Add one that is near by Bluetooth, or in the network by its address. Receipts are on the screen in any case.
printers-saved = Saved
printers-usual = Usual
printers-test = Print test page
printers-prefer = Make it the usual one
printers-forget = Forget
printers-jobs = Printed
printers-add = Add a printer
printers-address = Address
printers-address-help = Such as 192.168.1.50; its port is 9100 unless you say another one.
printers-name = What you call it
printers-kind = Paper and letters
printers-kind-58 = 58 mm
printers-kind-80 = 80 mm
printers-kind-58-drawn = 58 mm, letters drawn
printers-kind-80-drawn = 80 mm, letters drawn
printers-save = Save printer
print-action = Print
print-again = Print again
print-leave = Leave it
print-queued = Waits for the printer
print-printing = Printing
print-done = Printed
print-done-copy = Printed as a copy
print-failed = Stopped at { $sent } of { $size } bytes
print-left = Left
print-missing = No letters for these signs; they are printed as empty frames: { $signs }

## Printers near by and how they are

printers-check = Check
printers-checking = Asking the printer…
printers-ready = Ready to print
printers-silent = It does not say how it is
printers-cover-open = Cover open
printers-paper-out = No paper
printers-paper-low = Paper nearly out
printers-error = Printer error
printers-battery = Battery { $percent } %
printers-searching = Looking for printers near by…
printers-found = Printers near by
printers-found-others = Other devices near by
printers-found-saved = Saved
printers-found-none = No printer was found
printers-found-none-text = Is it on, near, and not connected to another phone?
printers-search-again = Look again
printers-by-address = Type an address
printers-signal-strong = strong signal
printers-signal-fair = fair signal
printers-signal-weak = weak signal
printers-asking = Did the page come out?
printers-asking-text = A test page goes to { $printer }. Look whether it came and can be read.
printers-asking-yes = Yes, save printer
printers-asking-again = Print it again
printers-asking-other-kind = Other paper or letters
printers-asking-no = No, another one
print-cover-open = The printer’s cover is open. Close it and print again.
print-paper-out = The printer has no paper. Put a roll in and print again.
print-printer-error = The printer reports an error. Switch it off and on, and print again.

## Keys

key-store-sealed-file = The keys of this phone lie in a sealed file, since the system keeps none for Satchel. Choose a PIN nobody guesses.

## While the app is closed
away-channel = Waiting work

## Permissions
permit-allow = Allow
permit-bluetooth = Satchel looks for printers near by and prints on them.
permit-for-ever = The phone does not ask about this any more. Its settings can allow it.
permit-location = Satchel notes where you were when you place an order or make a visit. Without it both are saved without a place.
permit-not-now = Not now
permit-notifications = The phone can tell you when orders wait here while Satchel is closed.
permit-settings = Open the settings

## Finger or face
error-biometrics-gone = This phone knows other fingers or faces now, so only the PIN opens Satchel. Switch it on again under More.
error-biometrics-not-now = The sensor does not answer now. Use the PIN.
error-biometrics-not-offered = This phone does not tell fingers or faces apart well enough. The PIN opens Satchel.
error-biometrics-put-aside = Nothing was switched on: the question was put aside.
presence-end = Use only the PIN
presence-nobody-text = The phone knows no finger or face yet. Teach it one in the phone's settings, then come back.
presence-off = Off
presence-on = On
presence-on-text = A finger or a face that this phone knows opens Satchel. The PIN always does, too.
presence-open = Use finger or face
presence-pin-hint = Type your PIN to switch it on
presence-question = Unlock Satchel
presence-title = Finger or face
presence-use-pin = Use PIN

## The team, for supervisors.

team-title = Team
team-text = Visits, orders and tasks of your reps
team-map = Map of visits
team-map-nearer = Nearer
team-map-farther = Farther
team-before = The days before
team-after = The days after
team-filter = What to show
team-filter-show = Show
team-from = From
team-until = Until
team-days = { $from } – { $until }
team-days-turned = The first day comes after the last.
team-territory = Territory
team-customer = Customer
team-reps = Reps
team-everyone = Everyone
team-visits = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
}
team-flagged = { $count ->
    [one] { $count } visit to look at
   *[other] { $count } visits to look at
}
team-as-of = as of { $time }
team-figures = Figures
team-failed = The team cannot be shown
team-none = No visits here
team-none-text = Visits of your reps show here once their phones and this one have reached the office. Another day or filter may have some.
team-first = First
team-last = Last
team-minutes = { $minutes } min
team-hours = { $hours } h { $minutes } min
team-still-there = { $time } – no check-out
team-planned = planned
team-unplanned = not planned
team-no-order = no order
team-flag-far = Checked in { $distance } from the customer
team-flag-simulated = Simulated position
team-flag-clock-back = { $count ->
    [one] Clock set back { $minutes } minute
   *[other] Clock set back { $minutes } minutes
}
team-flag-clock-ahead = { $count ->
    [one] Clock set forward { $minutes } minute
   *[other] Clock set forward { $minutes } minutes
}
team-flag-fast = Got there at { $speed } km/h
team-flag-changed = The record was changed after it was made
team-flag-missing = Records before this one are missing
team-flag-elsewhere = The record does not follow the one before
team-flag-open = Never checked out
team-why-far = The phone was farther from the customer’s address than its own error explains. The address may be wrong too.
team-why-simulated = The phone said that an app made up its position.
team-why-clock = The time shown and the time that passed since the phone was started do not agree.
team-why-fast = The distance from the visit before is too long for the time between.
team-why-changed = What the site shows differs from what the phone sealed when the visit was made.
team-why-missing = Each record of a phone carries a number. One or more before this are not at the site, or not to be seen by you.
team-why-elsewhere = Each record of a phone is tied to the one before it. This one is tied to another.
team-why-open = The visit was begun and not ended on its day.
team-visit = Visit
team-stay = At the customer
team-plan = Calendar
team-distance = From the address
team-accuracy = within { $metres } m
team-position = Position
team-sold = Sold
team-notes = Note
team-pictures = Photos
team-pictures-again = Try again
team-picture-large = { $name }, show it large
error-team-picture-offline = The photo comes when there is signal.
error-team-picture-slow = The signal is too weak for this photo just now.
error-team-picture-refused = The office does not show you this photo.
error-team-picture-gone = The office no longer has this photo.
error-team-picture-none = This file is no photo.
error-team-picture-too-large = This photo is too large for a phone.
team-nothing-wrong = Nothing looks wrong about this visit.
team-evidence = Evidence
team-evidence-none = The site keeps no evidence of this visit.
team-evidence-changed = These fields do not say what the phone sealed:
team-check-in = Check-in
team-check-out = Check-out
team-link = Record { $number } of phone { $device }
team-clock-wrong = Clock { $seconds } s ahead of the office
team-clock-right = Clock as the office’s, as far as known
team-simulated-yes = position simulated
team-simulated-no = position not simulated
team-simulated-unknown = not known whether the position was simulated
team-file = Visits
team-span = Days
team-span-shown = As shown
team-span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
team-per-day = Visits a day
team-most = at most { $count }
team-figure-visits = Visits
team-figure-days = Days out
team-figure-strike = Strike rate
team-figure-stay = A visit takes
team-figure-on-site = On site
team-figure-flagged = To look at
team-files = Save the visits as
team-coverage = Customers visited
team-alone = Left alone for
team-unvisited = { $count ->
    [one] { $count } of { $all } customers was not visited for { $days } days.
   *[other] { $count } of { $all } customers were not visited for { $days } days.
}
team-never = never
team-map-address = Base map
team-map-address-help = An https address of tiles with {"{z}"}, {"{x}"} and {"{y}"}, or of a PMTiles file. Without one the map of this phone is shown. It counts when the map is opened again.
team-map-address-wrong = This is no https address of tiles or of a PMTiles file.

## Calendar
calendar-agenda = Agenda
calendar-all-day-short = all day
calendar-between = { $from } to { $until }
calendar-day = Day
calendar-day-after = Next day
calendar-day-before = Day before
calendar-hours = Hours
calendar-look = View
calendar-month-after = Next month
calendar-month-before = Month before
calendar-month-close = Hide the month
calendar-month-open = Show the month
calendar-more = More
calendar-more-open = { $count ->
    [one] { $count } more entry, show the list
   *[other] { $count } more entries, show the list
}
calendar-office = Times as this phone shows them. At the office ({ $zone }) it is { $time } now.
calendar-open-day = { $date }, show the day
calendar-unnamed = Entry without a name
calendar-week = Week
calendar-moved = Moved
error-event-daily-over-days = An entry of every day must end on the day it starts.
error-event-end = The end is no time that can be read.
error-event-ends-before-start = It ends before it starts.
error-event-no-weekday = Choose at least one weekday.
error-event-not-yours = Only its owner can change this entry.
error-event-start = Say when it starts.
error-event-till-before-start = It repeats until a day before it starts.
event-category = Kind
event-category-default = As the office sets it
event-category-event = Event
event-category-mail = E-mail
event-category-other = Other
event-day-after = Next day
event-day-before = Day before
event-delete = Delete entry
event-delete-ask = Delete this entry?
event-delete-series = It repeats: every time it takes place is deleted.
event-delete-text = It goes from the calendar of the office too.
event-deleted = { $name } was deleted
event-description = Notes
event-earlier = 15 min earlier
event-ends = Ends
event-ends-at = Until
event-failed = The entry could not be read
event-later = 15 min later
event-move = Move it
event-new = New entry
event-not-yours = This entry belongs to { $owner }. Only they can change it.
event-office = At the office ({ $zone }): { $date }, { $time }
event-people = Who takes part
event-person-add = Add a person
event-person-contact = Contact
event-person-customer = Customer
event-person-hint = Customer, contact or lead
event-person-lead = Lead
event-person-none = Nobody on this phone is called that.
event-person-remove = Remove { $name }
event-reminder = Remind me
event-repeat = Repeats
event-repeat-daily = Every day
event-repeat-half-yearly = Every six months
event-repeat-monthly = Every month
event-repeat-never = Does not repeat
event-repeat-quarterly = Every three months
event-repeat-weekly = Every week
event-repeat-yearly = Every year
event-save = Save entry
event-series = This entry repeats. Changes count for every time it takes place.
event-starts = Starts
event-starts-at = At
event-subject = What it is about
event-till = Repeats until
event-title = Calendar entry
event-to-calendar = To the calendar
event-to-customer = Open customer
event-visit = With a customer it is a visit: Today shows it.
event-weekdays = On these days
outgoing-delete-event = Deletion of a calendar entry
sync-parked-gone = The office deleted it meanwhile. What you changed is still on this phone: take the change back to let it go, or enter it anew.
sync-parked-unrecognisable = Its answer was lost before the office’s system could recognise orders. It may have arrived: look there first, then send it again or withdraw it.
field-all-day = All day
field-repeat-till = Repeats until
field-repeat-on = Repeats
field-event-category = Kind
field-event-participants = Who takes part
field-send-reminder = Reminder
conflict-text-event = You and the office changed the same thing. The office's stands in the calendar; yours is kept here and can be put back.

## Invitations
error-event-none-in-days = There is nothing in the calendar on these days.
error-ics-empty = There is no entry in this file.
error-ics-too-large = This file is too large for an invitation.
error-ics-unreadable = This file is no invitation, or not all of it is here.
event-from-invitation = From an invitation
event-share = Share as a calendar file
ics-note-cancelled = The sender has cancelled it.
ics-note-rule = It repeats in a way the office does not know: only the first time is taken.
ics-note-short-months = In short months it is on the last day here.
ics-note-single-times = { $count } single times are moved, added or left out by the sender; that is not kept.
ics-note-zone = Its time zone "{ $zone }" is unknown: the times are taken as this phone's.
invitation-add = Add to calendar
invitation-added = Added
invitation-file = Choose a file
invitation-text = Choose the file of an invitation (.ics), as it comes with a mail.
invitation-title = Invitation

## Reminders
permit-reminders = The phone tells you when an entry of your calendar begins soon.
reminder-about = { $time } · { $subject }
reminder-at = At { $time }
reminder-due = Due today
reminder-on = { $date }, { $time }
reminders-events = Calendar entries
reminders-events-text = Those with “Remind me” on. Entries for the whole day at 08:00.
reminders-failed = The settings cannot be read
reminders-lead = How long before
reminders-lead-day = The day before
reminders-lead-hours = { $hours ->
    [one] { $hours } hour before
   *[other] { $hours } hours before
}
reminders-lead-minutes = { $minutes ->
    [one] { $minutes } minute before
   *[other] { $minutes } minutes before
}
reminders-meta = Before calendar entries begin
reminders-tasks = Tasks
reminders-tasks-text = At 08:00 on the day they are due.
reminders-title = Reminders

## Recorded ways
track-recording = The way to your next visit is being recorded
track-waiting = The way between your visits is recorded. Not now.
track-title = Recorded ways
track-what = Your company records the way between visits: from leaving a customer until you arrive at the next one, on the same day.
track-when = Only while Satchel is on the screen. What was recorded after the last visit of a day is deleted and goes nowhere.
track-who = It goes to the office with the visit it leads to. Supervisors see it there as a line on the map.

## Files chosen
restore-choose = Choose the file
courier-choose = Choose the receipt
error-file-chosen = That file cannot be read. Choose another one, or type where it lies.
