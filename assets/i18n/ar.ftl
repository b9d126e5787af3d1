# كلمات ساتشل بالعربية. المفاتيح والوسائط نفسها في en.ftl.

## أجزاء
part-back = رجوع
part-clear = مسح
part-close = إغلاق
part-decimal-mark = الفاصلة العشرية
part-delete-digit = حذف آخر رقم
part-one-less = أقل بواحد
part-one-more = أكثر بواحد
part-open-keypad = { $figure }، افتح لوحة الأرقام
part-undo = تراجع

## الشريط
dock-name = الرئيسية
dock-today = اليوم
dock-orders = الطلبات
dock-scan = مسح
dock-tasks = المهام
dock-more = المزيد
dock-needs-hand = { $count ->
    [zero] لا شيء يحتاج إليك
    [one] طلب واحد يحتاج إليك
    [two] طلبان يحتاجان إليك
    [few] { $count } طلبات تحتاج إليك
    [many] { $count } طلبًا يحتاج إليك
   *[other] { $count } طلب يحتاج إليك
}

## سطور الطلب
line-free = مجانًا
line-quantity-of = كمية { $name }
line-remove = إزالة هذا السطر
line-unit = الوحدة
line-was = قبل ذلك { $price }
line-why = لِمَ { $price }؟

## الرمز السري
pin-done = تم
pin-entered = { $count ->
    [zero] لم يُدخل أي رقم
    [one] أُدخل رقم واحد
    [two] أُدخل رقمان
    [few] أُدخلت { $count } أرقام
    [many] أُدخل { $count } رقمًا
   *[other] أُدخل { $count } رقم
}
pin-pad = لوحة الرمز السري

## التوقيع
signature-empty = لم يوقَّع بعد
signature-name = التوقيع
signature-optional = (اختياري)
signature-there = موقَّع

## الأرقام
format-kilometres = { $figure } كم
format-metres = { $figure } م
format-percent = { $figure }%

## التواريخ
date-today = اليوم
date-yesterday = أمس
date-tomorrow = غدًا
date-long = { $weekday } { $day } { $month }
date-short = { $weekday } { $day } { $month }
date-day = { $day } { $month }
date-day-year = { $day } { $month } { $year }
date-month-year = { $month } { $year }
date-weekday-1 = الاثنين
date-weekday-2 = الثلاثاء
date-weekday-3 = الأربعاء
date-weekday-4 = الخميس
date-weekday-5 = الجمعة
date-weekday-6 = السبت
date-weekday-7 = الأحد
date-weekday-short-1 = الاثنين
date-weekday-short-2 = الثلاثاء
date-weekday-short-3 = الأربعاء
date-weekday-short-4 = الخميس
date-weekday-short-5 = الجمعة
date-weekday-short-6 = السبت
date-weekday-short-7 = الأحد
date-month-1 = يناير
date-month-2 = فبراير
date-month-3 = مارس
date-month-4 = أبريل
date-month-5 = مايو
date-month-6 = يونيو
date-month-7 = يوليو
date-month-8 = أغسطس
date-month-9 = سبتمبر
date-month-10 = أكتوبر
date-month-11 = نوفمبر
date-month-12 = ديسمبر
date-month-short-1 = يناير
date-month-short-2 = فبراير
date-month-short-3 = مارس
date-month-short-4 = أبريل
date-month-short-5 = مايو
date-month-short-6 = يونيو
date-month-short-7 = يوليو
date-month-short-8 = أغسطس
date-month-short-9 = سبتمبر
date-month-short-10 = أكتوبر
date-month-short-11 = نوفمبر
date-month-short-12 = ديسمبر

## الحالات
state-booked = مسجَّل
state-checking = قيد التحقق
state-draft = مسودة
state-needs-hand = يحتاج إلى تدخل
state-sending = قيد الإرسال
state-waiting = في الانتظار
state-withdrawn = مسحوب

## العملاء
customers-title = العملاء
customers-search = ابحث عن عميل
customers-search-hint = الاسم أو الشارع أو الهاتف
customers-new = جديد
customers-new-long = عميل جديد
customers-order = ترتيب العملاء
customers-nearby = القريبون
customers-by-name = أبجديًا
customers-ordered = طلب في { $date }
customers-late = { $amount } متأخر
customers-failed = تعذّرت قراءة العملاء
customers-no-position = لا يعرف ساتشل مكانه
customers-none-found = لا أحد يطابق البحث
customers-none-found-text = جرّب أول حروف الاسم أو الشارع أو رقم الهاتف.
customers-none = سيكون عملاؤك هنا
customers-none-text = سجّل أول عميل الآن، بإشارة أو بدونها.

## عمر المخزون والأسعار

ages-old = هذا أقدم مما تسمح به شركتك
ages-old-text = { $ages }. ابحث عن إشارة قبل أن تعِد بسعر أو كمية؛ ولا يزال أخذ الطلبات ممكنًا.
ages-prices = الأسعار من { $time }
ages-stock = المخزون من { $time }

## التقويم
agenda-after = الأسبوع التالي
agenda-all-day = طوال اليوم
agenda-before = الأسبوع السابق
agenda-call = مكالمة
agenda-day = { $count ->
    [zero] { $date }، لا مواعيد
    [one] { $date }، موعد واحد
    [two] { $date }، موعدان
    [few] { $date }، { $count } مواعيد
    [many] { $date }، { $count } موعدًا
   *[other] { $date }، { $count } موعد
}
agenda-entries = { $count ->
    [zero] لا مواعيد
    [one] موعد واحد
    [two] موعدان
    [few] { $count } مواعيد
    [many] { $count } موعدًا
   *[other] { $count } موعد
}
agenda-failed = تعذّرت قراءة التقويم
agenda-meeting = اجتماع
agenda-nothing = لا شيء مخطط
agenda-nth = اليوم { $nth } من { $count }
agenda-repeats = يتكرر
agenda-title = التقويم
agenda-today = اليوم، { $date }
agenda-visit = زيارة
agenda-week = الأسبوع { $week }

## الكتالوج
catalogue-added = أُضيف { $name }
catalogue-all-brands = كل العلامات
catalogue-brand = العلامة
catalogue-failed = تعذّرت قراءة الكتالوج
catalogue-filters = تضييق القائمة
catalogue-groups = مجموعات الأصناف
catalogue-in-van = في السيارة
catalogue-none = لا أصناف بعد
catalogue-none-found = لا شيء مطابق
catalogue-none-found-text = جرّب أول حروف الكلمات أو الرمز أو الباركود.
catalogue-none-text = تظهر الأصناف هنا عندما يرسلها المكتب إلى هذا الهاتف.
catalogue-review = مراجعة الطلب
catalogue-search = البحث عن صنف بالاسم أو الرمز أو الباركود
catalogue-search-hint = الاسم أو الرمز أو الباركود
catalogue-show-all = إظهار الكل
catalogue-title = الكتالوج

## العميل
customer-call = اتصال
customer-change = تغيير بيانات العميل
customer-change-save = حفظ التغيير
customer-contacts = جهة الاتصال والعنوان
customer-credit-left = الائتمان المتبقي
customer-credit-of = من { $amount }
customer-days-late = { $count ->
    [zero] بلا تأخير
    [one] متأخر يومًا
    [two] متأخر يومين
    [few] متأخر { $count } أيام
    [many] متأخر { $count } يومًا
   *[other] متأخر { $count } يوم
}
customer-failed = تعذّرت قراءة العميل
customer-go-on = متابعة المسودة
customer-last-order = آخر طلب
customer-lines = { $count ->
    [zero] لا سطور
    [one] سطر واحد
    [two] سطران
    [few] { $count } سطور
    [many] { $count } سطرًا
   *[other] { $count } سطر
}
customer-local = جديد، ينتظر المكتب
customer-mail = بريد
customer-map = خريطة
customer-new-order = طلب جديد
customer-no-orders = لا طلبات بعد
customer-order-again-of = إعادة الطلب { $number }
customer-order-usual = طلب المعتاد
customer-orders = آخر الطلبات
customer-owes = عليه
customer-prices = أسعار { $list }
customer-title = عميل
customer-usual = يشتري عادةً

## عميل جديد
error-field-email = هذا ليس عنوان بريد
error-field-missing = هذا مطلوب
error-field-phone = هذا ليس رقم هاتف
error-field-too-long = يقبل هذا الحقل 140 حرفًا على الأكثر
new-customer-city = المدينة
new-customer-contact = الشخص المسؤول
new-customer-default = القيمة المعتادة
new-customer-group = مجموعة العملاء
new-customer-here = استخدام موقعي
new-customer-here-taken = سُجّل الموقع
new-customer-here-unknown = لا يعرف هذا الهاتف موقعه بعد. يمكن حفظ العميل من دونه.
new-customer-look = { $count ->
    [zero] لا حقول للمراجعة
    [one] حقل واحد يحتاج إلى مراجعة
    [two] حقلان يحتاجان إلى مراجعة
    [few] { $count } حقول تحتاج إلى مراجعة
    [many] { $count } حقلًا يحتاج إلى مراجعة
   *[other] { $count } حقل يحتاج إلى مراجعة
}
new-customer-mail = البريد الإلكتروني
new-customer-name = الاسم
new-customer-phone = الهاتف
new-customer-pincode = الرمز البريدي
new-customer-save = حفظ العميل
new-customer-street = الشارع والرقم
new-customer-tax-id = الرقم الضريبي
new-customer-territory = المنطقة

## الأصناف والمخزون
item-add = إضافة واحد من { $name }
item-add-more = { $figure } من { $name } في الطلب، إضافة واحد آخر
item-add-one = إضافة { $unit }
item-failed = تعذّرت قراءة الصنف
item-in-order = { $figure } في الطلب
item-list-prices = أسعار القائمة. يظهر ما يدفعه العميل عند فتح طلب.
item-no-price = بلا سعر
item-no-stock-kept = لا يُحتفظ بمخزون لهذا الصنف.
item-sold-from = يُباع من هنا
item-stock = المخزون
item-title = صنف
item-units = الوحدات والأسعار
stock-elsewhere = ليس في السيارة · { $elsewhere } في المخزن
stock-none = ليس في السيارة ولا المخزن
stock-van = السيارة { $here }
stock-van-low = السيارة { $here } · قليل
stock-van-part = السيارة أقل من 1 · قليل

## المسح
scan-counted = ما مُسح لهذا الطلب
scan-add = إضافة إلى { $customer }
scan-empty = امسح رمزًا أو اكتبه
scan-empty-text = تضيف الكاميرا صنفًا بعد صنف. والماسح الذي يعمل كلوحة مفاتيح يكتب هنا بنفسه.
scan-expired = أُضيف { $name }، لكن صلاحية هذه العبوة انتهت في { $day }.
scan-field = باركود أو رمز صنف
scan-for = المسح لهذا الطلب
scan-hint = الرمز
scan-in-order = { $quantity } في الطلب
scan-no-draft = لا طلب مفتوح. ابدأ طلبًا من صفحة عميل لإضافة هذا.
scan-note = تدوينه في الطلب
scan-note-line = رمز بلا صنف: { $code }
scan-noted = دُوّن في الطلب
scan-search = بحث
scan-title = مسح
scan-to-order = إلى الطلب · { $amount }
scan-unknown = ليس في الكتالوج
scan-unknown-code = لا صنف على هذا الهاتف يحمل الرمز { $code }. لم يُضف شيء.
scan-unknown-text = لم يُضف شيء. ابحث بالاسم أو أبلغ المكتب بالرمز في ملاحظة طلب.
scan-warehouse = { $warehouse }: { $figure }

## المهام
tasks-days-late = { $count ->
    [zero] بلا تأخير
    [one] متأخرة يومًا
    [two] متأخرة يومين
    [few] متأخرة { $count } أيام
    [many] متأخرة { $count } يومًا
   *[other] متأخرة { $count } يوم
}
tasks-done = أُنجز { $percent }%
tasks-failed = تعذّرت قراءة المهام
tasks-late = متأخرة
tasks-later = لاحقًا
tasks-next = الأيام السبعة القادمة
tasks-none = لا مهام مفتوحة
tasks-none-text = تظهر هنا مهام مشاريعك مع مواعيدها.
tasks-open = بلا موعد
tasks-priority-high = عالية
tasks-priority-urgent = عاجلة
tasks-title = المهام

## مهمة واحدة
error-app-timer-forgotten = يعمل المؤقّت منذ { $hours } ساعة. حدّد المدة الحقيقية.
error-app-timer-runs = المؤقّت يعمل على «{ $task }». أوقفه هناك أولًا.
error-task-after-project = تقع المهمة بعد نهاية مشروعها في { $date }. المكتب هو من يحدّد التاريخين.
error-task-completed-on = لا يمكن إتمام مهمة في يوم لم يأتِ بعد. راجع ساعة هذا الهاتف.
error-task-dependency-open = يجب إتمام «{ $task }» أولًا، فهذه المهمة تنتظرها.
error-task-end-after-parent = تنتهي المهمة بعد المهمة التي هي جزء منها في { $date }. المكتب هو من يحدّد التاريخين.
error-task-end-before-start = تنتهي المهمة قبل أن تبدأ. المكتب هو من يحدّد اليومين.
error-task-progress = أقصى إنجاز هو 100%.
error-task-status = لا يعرف المكتب الحالة «{ $status }».
task-activity = نوع العمل
task-add-note = إضافة ملاحظة
task-add-photo = إضافة صورة
task-apart = أُبلغ دون علم بالبلاغ السابق. يُعتمد الأبعد تقدّمًا ويُحفظ الاثنان.
task-by-hand = يدويًا
task-cancel = إلغاء هذه المهمة
task-cancel-text = تُعدّ منتهية ويمكن استئنافها.
task-checked = { $done } من { $all }
task-checklist = قائمة التحقق
task-complete = إتمام المهمة
task-complete-log = إتمام المهمة · تسجيل { $time }
task-completed-on = اكتملت { $date }
task-completed-today = اكتملت اليوم
task-description = المطلوب
task-due = موعدها { $date }
task-due-today = موعدها اليوم
task-failed = تعذّرت قراءة المهمة
task-forgotten = هل نُسي؟ سنسأل عند الإيقاف.
task-forgotten-drop = عدم تسجيل شيء
task-forgotten-text = يعمل المؤقّت منذ { $date }، { $time }. كم استغرق العمل؟
task-forgotten-title = تُرك المؤقّت يعمل
task-history = ما تم الإبلاغ عنه
task-hours = ساعات العمل
task-hours-day = اليوم
task-hours-from = من الساعة
task-hours-help = مثل 1.5 لساعة ونصف
task-hours-long = المدة بالساعات
task-hours-missing = حدّد المدة
task-hours-note = ما الذي أُنجز
task-hours-save = تسجيل { $time }
task-hours-wrong = من دقيقة إلى 24 ساعة
task-more = المزيد
task-no-history = لم يُبلَّغ عن شيء بعد.
task-note = ملاحظة
task-note-keep = حفظ هذه الملاحظة
task-note-title = ملاحظة على هذه المهمة
task-photos = الصور والتوقيعات
task-progress = الإنجاز
task-project-own = المشروع { $percent }، بحساب هذا الهاتف
task-project-share = المشروع { $percent }
task-said-note = ملاحظة
task-sign = توقيع
task-sign-keep = حفظ هذا التوقيع
task-sign-title = توقيع العميل
task-since = يعمل منذ { $time }
task-start = بدء
task-starts = ابتداءً من { $date }
task-status = الحالة
task-status-template = قالب
task-stop = إيقاف
task-take-up = استئناف
task-time = الوقت على هذا الهاتف
task-title = مهمة
task-to-review = للمراجعة
task-unknown-here = ليست على هذا الهاتف
task-waits-for = تنتظر
task-waits-open = غير منتهية: { $count }
tasks-blocked = معلّقة
tasks-by-due = الموعد
tasks-by-priority = الأولوية
tasks-by-project = المشاريع
tasks-no-project = بلا مشروع
tasks-none-over = لا مهام منتهية
tasks-none-over-text = تظهر هنا المهام المكتملة على هذا الهاتف.
tasks-order = ترتيب المهام
tasks-over = منجزة
tasks-priority-low = منخفضة
tasks-priority-medium = متوسطة
tasks-timed = المؤقّت يعمل
tasks-waits-for = تنتظر «{ $task }»

## أول تشغيل
welcome-first = البيع أولًا.
welcome-second = والإشارة لاحقًا.
welcome-text = تبقى الطلبات والزيارات والمهام محفوظة في هذا الهاتف، بوجود الإشارة أو بدونها.
welcome-demo = ألقِ نظرة أولًا
welcome-demo-text = شركة تجريبية، في هذا الهاتف فقط
settings-language = اللغة
welcome-code-text = برمز من المكتب
welcome-restore-text = من هاتف آخر أو من هذا الهاتف

## فتح القفل
pin-again = اكتبه مرة أخرى
pin-choose = اختر رمزًا سريًا
pin-choose-text = يحمي ما يُحفظ في هذا الهاتف.
pin-differs = كان ذلك رمزًا آخر. ابدأ من جديد.
pin-length = من 4 إلى 12 رقمًا
pin-making = يجري إعداد الشركة التجريبية…
unlock-hint = اكتب رمزك السري
unlock-none = لا يوجد ملف شخصي هنا
unlock-none-text = تعذّرت قراءة مجلد الملفات الشخصية. لم يتغير فيه شيء.
unlock-switch = تبديل المستخدم
unlock-wait-minutes = { $count ->
    [zero] رمز خاطئ. حاول الآن.
    [one] رمز خاطئ. حاول بعد دقيقة.
    [two] رمز خاطئ. حاول بعد دقيقتين.
    [few] رمز خاطئ. حاول بعد { $count } دقائق.
    [many] رمز خاطئ. حاول بعد { $count } دقيقة.
   *[other] رمز خاطئ. حاول بعد { $count } دقيقة.
}
unlock-wait-seconds = { $count ->
    [zero] رمز خاطئ. حاول الآن.
    [one] رمز خاطئ. حاول بعد ثانية.
    [two] رمز خاطئ. حاول بعد ثانيتين.
    [few] رمز خاطئ. حاول بعد { $count } ثوانٍ.
    [many] رمز خاطئ. حاول بعد { $count } ثانية.
   *[other] رمز خاطئ. حاول بعد { $count } ثانية.
}
pin-changing = جارٍ تغيير الرمز…
pin-now = رمزك الحالي
pin-now-hint = ثم اختر رمزًا آخر

## أرقام مكتوبة
error-entry-empty = اكتب رقمًا
error-entry-negative = لا يمكن أن يقل عن 0
error-entry-not-a-number = هذا ليس رقمًا
error-entry-not-whole = هذه الوحدة لا تقبل إلا أعدادًا صحيحة
error-entry-over-100 = لا يمكن أن يزيد على 100%
error-entry-too-large = هذا الرقم أكبر من اللازم
error-entry-too-long = هذا الرقم أطول من اللازم
error-entry-too-many-decimals = يقبل هذا الحقل { $decimals } منازل عشرية على الأكثر
error-entry-unfinished = اكتب رقمًا
error-entry-zero = يجب أن يكون أكبر من 0

## أخطاء
error-app-stopped = انقطع العمل. لم يُفقد شيء محفوظ؛ حاول مرة أخرى.
error-pin-wrong = هذا الرمز خاطئ
error-pin-too-short = الرمز السري أربعة أرقام على الأقل
error-pin-too-long = الرمز السري 12 رقمًا على الأكثر
error-pin-not-digits = الرمز السري أرقام فقط
error-pin-wait = لا يُقبل رمز الآن. انتظر قليلًا.
error-app-visit-open = ما زلت مسجلًا لدى { $customer }. سجّل المغادرة هناك أولًا.
error-key-derivation = تعذّر استخدام الرمز لقلة الذاكرة. أغلق التطبيقات الأخرى وحاول مجددًا.
error-key-store-damaged = مفتاح هذا الملف تالف على هذا الهاتف. استعد نسخة احتياطية.
error-key-store-folder = تعذّر استخدام مجلد المفاتيح. تأكد أن الهاتف يسمح لـ Satchel بالكتابة وحاول مجددًا.
error-key-store-misused = تعذّر حفظ المفتاح. أخبر المكتب.
error-key-store-not-found = مفتاح هذا الملف ليس على هذا الهاتف. استعد نسخة احتياطية.
error-key-store-unavailable = الهاتف لا يتيح مفاتيحه الآن. افتح قفل الهاتف وحاول مجددًا.
error-no-randomness = لم يعطِ الهاتف أرقامًا عشوائية. أعد تشغيله.
error-profile-damaged = تعذّرت قراءة بطاقة هذا الملف. بياناته لم تُمس؛ استعد نسخة احتياطية أو اسأل المكتب.
error-profile-key-lost = جاء هذا الملف من هاتف آخر ولا مفتاح له هنا. استعده من نسخة احتياطية.
error-profile-missing = لم يعد هذا الملف على هذا الهاتف
error-profiles-folder = تعذّرت قراءة مجلد الملفات. تحقق من أن الهاتف يسمح لـ Satchel بالقراءة والكتابة فيه، ثم حاول مجددًا.
error-store-bad-input = تعذّرت قراءة شيء فلم يُحفظ. ما حُفظ من قبل لم يُمس.
error-store-closed = قُفل الملف في هذه الأثناء. افتحه وحاول مجددًا.
error-store-damaged = قاعدة البيانات تالفة. افتح الملف الشخصي مرة أخرى برمزه: يُنقذ ما يمكن قراءته ولا يُرمى شيء.
error-store-disk-full = ذاكرة الهاتف ممتلئة. أفرغ مساحة وحاول مجددًا؛ ما حُفظ في أمان.
error-store-failed = لم يحفظ الهاتف ذلك. ما حُفظ من قبل في أمان؛ حاول مجددًا.
error-store-in-use = هذا الملف مفتوح في نافذة أخرى. أغلقها أولًا.
error-store-newer = كتبته نسخة أحدث من Satchel. حدّث التطبيق؛ لم يتغير شيء.
error-store-no-device-code = لا رمز جهاز لهذا الهاتف فلا يمكن ترقيم الإيصالات. اطلب رمزًا جديدًا من المكتب.
error-store-not-allowed = لم يعد ذلك ممكنًا: تقدّم الطلب
error-store-not-found = لم يعد ذلك على هذا الهاتف
error-store-read-only = لا يستطيع Satchel الكتابة في مجلده. أعد إليه الإذن ثم حاول مجددًا؛ لم يتغير شيء.
error-app-demo = تعذّر إعداد شركة العرض. لم يتغير شيء.
error-app-empty-order = لا شيء في هذا الطلب بعد
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
    }: ناقص أو أطول من اللازم أو غير ممكن هكذا
error-app-masters = بيانات المكتب لا تصلح للأسعار. أخبر المكتب؛ طلباتك في أمان.
error-app-no-price = لا سعر لـ { $item }. اكتب سعرًا أو احذفه.
error-app-not-found = ذلك ليس على هذا الهاتف ({ $what })
error-app-randomness = لم يعطِ الهاتف أرقامًا عشوائية. أعد تشغيله.
error-app-unreadable = تعذّرت قراءة شيء محفوظ على هذا الهاتف ({ $what }). لم يتغير شيء.
error-backup-code-used = استُخدم رمز الجهاز هذا في ترقيم إيصالات من قبل. اطلب غيره من المكتب.
error-backup-foreign = هذا الملف ليس نسخة احتياطية من Satchel
error-backup-last-receipt = رقم الإيصال الأخير هذا لا يناسب هذه النسخة
error-backup-newer = صنعت هذه النسخة إصدارة أحدث من Satchel. حدّث التطبيق أولًا.
error-backup-passphrase = عبارة السر هذه لا تفتح هذا الملف
error-backup-torn = الملف تالف أو غير كامل. انسخه مجددًا أو خذ غيره.
error-boot-no-folder = لا يعطي الهاتف Satchel مجلدًا يحفظ فيه شيئًا. شغّله مع ‎--data‎ ومجلد.
error-passphrase-too-short = عبارة السر ثمانية أحرف على الأقل

## شريط الحالة
strip-nothing = لا شيء ينتظر الإرسال
strip-booked = سُجّل كل شيء · { $time }
strip-orders = { $count ->
    [one] بانتظار الشبكة · طلب واحد محفوظ على هذا الهاتف
    [two] بانتظار الشبكة · طلبان محفوظان على هذا الهاتف
    [few] بانتظار الشبكة · { $count } طلبات محفوظة على هذا الهاتف
   *[other] بانتظار الشبكة · { $count } طلبًا محفوظًا على هذا الهاتف
}
strip-others = { $count ->
    [one] بانتظار الشبكة · سجل واحد محفوظ على هذا الهاتف
    [two] بانتظار الشبكة · سجلان محفوظان على هذا الهاتف
    [few] بانتظار الشبكة · { $count } سجلات محفوظة على هذا الهاتف
   *[other] بانتظار الشبكة · { $count } سجلًا محفوظًا على هذا الهاتف
}
strip-both = { $orders ->
    [one] بانتظار الشبكة · طلب واحد و{ $others } غيره محفوظة على هذا الهاتف
    [two] بانتظار الشبكة · طلبان و{ $others } غيرهما محفوظة على هذا الهاتف
    [few] بانتظار الشبكة · { $orders } طلبات و{ $others } غيرها محفوظة على هذا الهاتف
   *[other] بانتظار الشبكة · { $orders } طلبًا و{ $others } غيرها محفوظة على هذا الهاتف
}
strip-hand = { $count ->
    [one] طلب واحد يحتاج إلى تدخل
    [two] طلبان يحتاجان إلى تدخل
    [few] { $count } طلبات تحتاج إلى تدخل
   *[other] { $count } طلبًا يحتاج إلى تدخل
}
strip-hand-waiting = { $count ->
    [one] طلب واحد يحتاج إلى تدخل · { $waiting } بانتظار الشبكة
    [two] طلبان يحتاجان إلى تدخل · { $waiting } بانتظار الشبكة
    [few] { $count } طلبات تحتاج إلى تدخل · { $waiting } بانتظار الشبكة
   *[other] { $count } طلبًا يحتاج إلى تدخل · { $waiting } بانتظار الشبكة
}

## اليوم
today-all-day = طوال اليوم
today-all-done = تمّت كل الزيارات
today-all-done-text = اكتملت خطة اليوم. وكل ما تبيعه بعد ذلك يُحسب أيضًا.
today-calendar = التقويم
today-customers = العملاء
today-draft = { $count ->
    [one] مسودة · سطر واحد، { $day } { $time }
    [two] مسودة · سطران، { $day } { $time }
    [few] مسودة · { $count } أسطر، { $day } { $time }
   *[other] مسودة · { $count } سطرًا، { $day } { $time }
}
today-events = اليوم أيضًا
today-failed = تعذّرت قراءة اليوم
today-free = لا زيارات مخططة اليوم
today-free-text = بِع لمن يصادفك، أو ابحث عن عميل قريب.
today-late = متأخرة، { $day }
today-new-order = طلب جديد
today-of = { $done } من { $all }
today-office-said = المكتب:
today-owes = عليه { $amount } متأخرة
today-pick-up = متابعة
today-planned = التالي اليوم
today-progress = تمّت { $done } من { $all } زيارة
today-search = البحث عن عميل
today-so-far = اليوم حتى الآن
today-sold-in = { $count ->
    [0] لم يُبع شيء بعد
    [one] مبيعات في طلب واحد
    [two] مبيعات في طلبين
    [few] مبيعات في { $count } طلبات
   *[other] مبيعات في { $count } طلبًا
}
today-tasks = مهام مستحقة
today-then = ثم
today-title = اليوم
today-until = حتى { $time }
today-usually = عادةً { $amount }
today-usually-between = عادةً من { $low } إلى { $high }
today-visits = { $count ->
    [one] زيارة
    [two] زيارتان
    [few] زيارات
   *[other] زيارة
}

## الزيارات
visit-call = اتصال
visit-check-in = تسجيل الوصول
visit-check-out = تسجيل المغادرة
visit-directions = الاتجاهات
visit-picture = التقاط صورة
visit-pictures = { $count ->
    [zero] لا صور
    [one] صورة واحدة
    [two] صورتان
    [few] { $count } صور
    [many] { $count } صورة
   *[other] { $count } صورة
}
visit-here-since = هنا منذ { $time }

## زيارة ومسار اليوم
customer-visits = الزيارات
route-anew = رتّب لي
route-by-hand = بالترتيب الذي اخترته لليوم.
route-by-plan = مرتّب حسب المواعيد والمسافة.
route-carry = نقل { $customer } إلى موضع آخر
route-down = إنزال { $customer }
route-late = الوصول نحو { $time } متأخرًا
route-maps = فتح في الخرائط
route-moved = صار { $customer } رقم { $place } من { $count }
route-none = لم تبقَ محطات اليوم
route-none-text = تظهر هنا الزيارات المخططة في التقويم بترتيب الطريق.
route-stops = { $count ->
    [zero] لا محطات
    [one] محطة واحدة
    [two] محطتان
    [few] { $count } محطات
    [many] { $count } محطة
   *[other] { $count } محطة
}
route-straight = المسافات بخط مستقيم، والطرق أطول.
route-title = مسار اليوم
route-total = المجموع { $distance }
route-up = رفع { $customer }
today-missed = زيارات فائتة
today-missed-at = كانت مخططة: { $day } { $time }
today-missed-day = كانت مخططة: { $day }
today-near = عميل قريب
today-near-away = على بعد { $distance }
today-near-planned = مخططة لليوم
today-past = انتهى وقتها
today-route = مسار اليوم
visit-accuracy = بدقة { $distance }
visit-arrived = الوصول
visit-away = على بعد { $distance } من العنوان
visit-broken-changed = تغيّر هذا السجل بعد إنشائه، فلم يعد يطابق ختمه.
visit-broken-elsewhere = هذا السجل لا يتبع السجل السابق في هاتفه.
visit-broken-missing = السجلات التي قبل هذا مفقودة.
visit-customer = العميل
visit-failed = تعذّرت قراءة الزيارة
visit-files = الصور والتوقيع
visit-from-until = { $day } من { $from } إلى { $until }
visit-goes-on = هنا الآن
visit-happened = ما حدث
visit-left = المغادرة
visit-link = { $end } · السجل { $number } من { $device }
visit-missed = فائتة
visit-note = ملاحظة
visit-note-label = ما يستحق أن يُذكر
visit-order = طلب بقيمة { $amount }
visit-photo = صورة
visit-place = المكان
visit-planned = مخططة
visit-planned-for = مخططة عند { $time }
visit-record = السجل
visit-record-none = تمت هذه الزيارة قبل أن تُختم الزيارات.
visit-record-whole = مختوم ولم يتغيّر. كل سجل يحمل ختم السابق له.
visit-sign = أخذ التوقيع
visit-sign-keep = حفظ التوقيع
visit-signed = وقّعه العميل
visit-simulated = اختلق تطبيق في الهاتف هذا الموقع.
visit-task = مهمة، أُنجز { $percent } ٪
visit-time = { $minutes ->
    [zero] لا دقائق عمل
    [one] سُجلت دقيقة عمل واحدة
    [two] سُجلت دقيقتا عمل
    [few] سُجلت { $minutes } دقائق عمل
    [many] سُجلت { $minutes } دقيقة عمل
   *[other] سُجلت { $minutes } دقيقة عمل
}
visit-title = زيارة
visit-unplanned = غير مخططة

## في الطريق
sync-backup = إنشاء نسخة احتياطية
sync-failed = تعذّرت قراءة ما ينتظر
sync-look = عرضه
sync-none-text = تبقى الطلبات والزيارات والعملاء الجدد هنا حتى تصل إلى المكتب.
sync-things = { $count ->
    [one] سجل واحد
    [two] سجلان
    [few] { $count } سجلات
   *[other] { $count } سجلًا
}
sync-title = في الطريق

## المزيد
more-add-demo = إضافة شركة العرض
more-backup-text = ملف مشفّر واحد يضم كل شيء
more-catalogue = الكتالوج
more-device = { $device } · { $items } صنفًا على هذا الهاتف
more-lock = القفل الآن
more-look = المظهر واللغة
more-phone = هذا الهاتف
more-pin = تغيير الرمز السري
more-switch-text = يُقفل ثم يكتب شخص آخر رمزه
more-users = مستخدمو هذا الهاتف
more-users-text = تبديل أو إضافة

## الإعدادات
settings-size-double = ضعف الحجم
settings-size-large = كبير
settings-size-larger = أكبر قليلًا
settings-size-largest = الأكبر
settings-size-standard = قياسي
settings-text-size = حجم النص
settings-theme = فاتح وداكن
settings-theme-dark = داكن
settings-theme-light = فاتح
settings-theme-system = مثل الهاتف

## حول
about-libraries = مكتبات Rust
about-text = طلبات وزيارات ومهام بلا شبكة، من أجل ERPNext. ما تكتبه يبقى مشفّرًا على هذا الهاتف حتى يصل إلى المكتب.
about-title = حول Satchel
about-version = Satchel { $version }
about-works = شكرًا لعمل

## نسخة احتياطية
backup-title = نسخة احتياطية
backup-again = عبارة السر مرة أخرى
backup-differs = هذه عبارة سر أخرى
backup-done = تم
backup-file = الملف
backup-made = أُنشئت النسخة الاحتياطية
backup-made-text = { $count ->
    [0] فيها كل شيء. لا تفتحها إلا عبارة سرها.
    [one] فيها كل شيء ومنه سجل ينتظر. لا تفتحها إلا عبارة سرها.
    [two] فيها كل شيء ومنه سجلان ينتظران. لا تفتحها إلا عبارة سرها.
    [few] فيها كل شيء ومنه { $count } سجلات تنتظر. لا تفتحها إلا عبارة سرها.
   *[other] فيها كل شيء ومنه { $count } سجلًا ينتظر. لا تفتحها إلا عبارة سرها.
}
backup-made-where = احفظها خارج هذا الهاتف:
backup-making = جارٍ إنشاء النسخة الاحتياطية…
backup-passphrase = عبارة السر
backup-passphrase-help = ثمانية أحرف على الأقل؛ ويُفضّل عدة كلمات. لا يفتح النسخة أحد من دونها.
backup-text = ملف مشفّر واحد يضم هذا الملف كله: الطلبات المنتظرة والمسودات والزيارات والعملاء والأسعار.

## الوحدات
unit-of = { $unit } { $figure }
unit-nos = قطعة
unit-nos-count = { $count ->
    [one] قطعة واحدة
    [two] قطعتان
    [few] { $figure } قطع
    [many] { $figure } قطعة
   *[other] { $figure } قطعة
}
unit-bottle = قارورة
unit-bottle-count = { $count ->
    [one] قارورة واحدة
    [two] قارورتان
    [few] { $figure } قوارير
    [many] { $figure } قارورة
   *[other] { $figure } قارورة
}
unit-box = علبة
unit-box-count = { $count ->
    [one] علبة واحدة
    [two] علبتان
    [few] { $figure } علب
    [many] { $figure } علبة
   *[other] { $figure } علبة
}
unit-case = صندوق
unit-case-count = { $count ->
    [one] صندوق واحد
    [two] صندوقان
    [few] { $figure } صناديق
    [many] { $figure } صندوقًا
   *[other] { $figure } صندوق
}
unit-layer = طبقة
unit-layer-count = { $count ->
    [one] طبقة واحدة
    [two] طبقتان
    [few] { $figure } طبقات
    [many] { $figure } طبقة
   *[other] { $figure } طبقة
}
unit-pack = عبوة
unit-pack-count = { $count ->
    [one] عبوة واحدة
    [two] عبوتان
    [few] { $figure } عبوات
    [many] { $figure } عبوة
   *[other] { $figure } عبوة
}
unit-pallet = منصة
unit-pallet-count = { $count ->
    [one] منصة واحدة
    [two] منصتان
    [few] { $figure } منصات
    [many] { $figure } منصة
   *[other] { $figure } منصة
}

## الطلبات
orders-all = الكل
orders-day-sum = { $amount } في { $count }
orders-drafts = المسودات
orders-failed = تعذّرت قراءة الطلبات
orders-lines = { $count ->
    [zero] بلا سطور
    [one] سطر واحد
    [two] سطران
    [few] { $count } سطور
    [many] { $count } سطرًا
   *[other] { $count } سطر
}
orders-new = طلب جديد
orders-none = ستكون طلباتك هنا
orders-none-text = خذ أول طلب الآن، بإشارة أو بدونها. يبقى على هذا الهاتف حتى يصل إلى المكتب.
orders-none-booked = لم يُقيَّد شيء بعد
orders-none-booked-text = يأتي الطلب إلى هنا حين يصل إلى المكتب.
orders-none-drafts = لا طلب غير مكتمل
orders-none-drafts-text = الطلب الذي تتركه قبل إتمامه ينتظر هنا، محفوظًا عند كل تغيير.
orders-none-found = لا طلب يطابق
orders-none-found-text = جرّب اسم العميل أو رقم الإيصال أو رقم المكتب.
orders-none-hand = لا شيء يحتاج إلى تدخّل
orders-none-hand-text = الطلب الذي يرفضه المكتب يأتي إلى هنا بكلمات المكتب نفسها.
orders-none-waiting = لا شيء ينتظر
orders-none-waiting-text = وصلت كل طلبات هذا الهاتف إلى المكتب.
orders-none-withdrawn = لم يُسحب شيء
orders-none-withdrawn-text = الطلب الذي تسحبه قبل إرساله يبقى هنا مع سببه.
orders-office = المكتب:
orders-search = ابحث عن طلب
orders-search-close = أغلق البحث
orders-search-hint = العميل أو الرقم
orders-segments = الطلبات حسب الحالة
orders-title = الطلبات

## سطور الطلب ومجاميعه
delivery-from = التسليم: { $date } · { $warehouse }
delivery-note = ملاحظة
delivery-on = التسليم: { $date }
lines-counted = { $quantity } × { $rate }
sums-discount = الخصم
sums-grand = المجموع
sums-included = { $tax } مشمولة
sums-net = الصافي
sums-rounding = التقريب
sums-total = الأصناف

## تفاصيل الطلب
booked-booked = لدى المكتب
booked-difference = سجّل المكتب مبلغًا آخر
booked-draft = لدى المكتب باسم { $name }، مسودة
booked-promised = على الإيصال
booked-submitted = لدى المكتب باسم { $name }، مُعتمد
order-detail-add-picture = إضافة صورة
order-detail-again = اطلب مجددًا
order-detail-failed = تعذّرت قراءة الطلب
order-detail-happened = ما الذي حدث
order-detail-lines = { $count ->
    [zero] بلا سطور
    [one] سطر واحد
    [two] سطران
    [few] { $count } سطور
    [many] { $count } سطرًا
   *[other] { $count } سطر
}
order-detail-map = أين أُخذ
order-detail-next-checking = ضاع ردّ المكتب. يسأل Satchel إن كان الطلب عنده قبل أن يرسل شيئًا مجددًا.
order-detail-next-hand = يبقى محفوظًا هنا ولا يُرسل من تلقاء نفسه. اطلب مجددًا بتعديل، أو اسأل المكتب، أو اسحبه. لا يضيع شيء.
order-detail-next-sending = هو في طريقه إلى المكتب.
order-detail-next-waiting = محفوظ على هذا الهاتف، وينتظر الإرسال.
order-detail-office-says = يقول المكتب
order-detail-picture-size = { $size } م.ب
order-detail-picture-there = في المكتب
order-detail-pictures = الصور
order-detail-reason = لماذا يُسحب؟
order-detail-reason-help = يبقى السبب مع الطلب.
order-detail-reason-missing = اكتب السبب أولًا
order-detail-receipt = الإيصال
order-detail-signature = توقيع { $customer }
order-detail-title = الطلب
order-detail-withdraw = اسحب…
order-detail-withdraw-do = اسحب هذا الطلب
order-detail-withdraw-title = سحب الطلب
timeline-answer-lost = ضاع الرد
timeline-booked = قيّده المكتب
timeline-copied-from = منسوخ من طلب آخر
timeline-handed-over = تُرك لمشرف
timeline-kept = محفوظ هنا ولا يُرسل وحده مجددًا
timeline-mended = طلب آخر يحل محله
timeline-other = حدث شيء آخر
timeline-placed = سُجّل على هذا الهاتف
timeline-position = الموقع ±{ $metres } م
timeline-position-old = الموقع ±{ $metres } م، قبل { $minutes } د
timeline-position-unknown = الموقع غير معروف
timeline-postponed = أُجّل إرساله
timeline-refused = لم يُقيَّد
timeline-salvaged = أُنقذ من ملف تالف
timeline-sending = أُرسل إلى المكتب
timeline-sent-again = أُرسل مجددًا
timeline-signed = وقّعه العميل
timeline-submit-refused = لدى المكتب كمسودة ولم يُعتمد
timeline-submitted = تم الاعتماد
timeline-totals-differ = مجموع المكتب مختلف
timeline-withdrawn = مسحوب

## الطلب المسجّل
placed-booked = وصل إلى المكتب.
placed-failed = تعذّرت قراءة الطلب
placed-hand = محفوظ على هذا الهاتف ويحتاج إلى تدخّل.
placed-new = طلب جديد
placed-open = اعرض الطلب
placed-sending = في طريقه إلى المكتب.
placed-title = سُجّل الطلب
placed-today = عودة إلى اليوم
placed-waiting = { $count ->
    [zero] محفوظ على هذا الهاتف، وينتظر الإرسال.
    [one] محفوظ على هذا الهاتف، وينتظر الإرسال.
    [two] محفوظ على هذا الهاتف · طلبان ينتظران الإشارة
    [few] محفوظ على هذا الهاتف · { $count } طلبات تنتظر الإشارة
    [many] محفوظ على هذا الهاتف · { $count } طلبًا ينتظر الإشارة
   *[other] محفوظ على هذا الهاتف · { $count } طلب ينتظر الإشارة
}
placed-withdrawn = سُحب الطلب.

## الإيصال
receipt-failed = تعذّر إعداد الإيصال
receipt-label-date = التاريخ
receipt-label-delivery-date = التسليم
receipt-label-discount = خصم
receipt-label-free = مجانًا
receipt-label-net-total = الصافي
receipt-label-not-booked = لم يقيّده المكتب بعد
receipt-label-order = الطلب
receipt-label-po-no = طلبكم
receipt-label-receipt = إيصال
receipt-label-rounding = تقريب
receipt-label-sales-person = البائع
receipt-label-tax-id = الرقم الضريبي
receipt-label-thanks = شكرًا لكم
receipt-label-total = المجموع
receipt-label-total-qty = الكمية
receipt-name = الإيصال { $number }

## المراجعة
review-edit = تعديل
review-failed = تعذّرت قراءة الطلب
review-gone = لم يعد هذا مسودة
review-gone-text = سُجّل أو أُهمل. الطلبات المسجّلة تحت «الطلبات».
review-more = { $count ->
    [zero] لا مزيد، { $amount }
    [one] سطر آخر، { $amount }
    [two] سطران آخران، { $amount }
    [few] { $count } سطور أخرى، { $amount }
    [many] { $count } سطرًا آخر، { $amount }
   *[other] { $count } سطر آخر، { $amount }
}
review-not-placed = لم يُسجَّل. المسودة ما زالت هنا.
review-place = سجّل الطلب · { $amount }
review-provisional = قد يتغير السعر بعد
review-refused = سيرفض المكتب هذا الطلب
review-title = المراجعة
review-works-offline = يعمل بلا إشارة. رقم الإيصال يأتي فورًا.
## الطلب
line-set-price = حدِّد السعر
order-add = أضف صنفًا بالاسم أو الرمز أو الباركود
order-add-first = أضف أصنافًا للمراجعة
order-add-hint = أضف بالاسم أو الرمز
order-added = أُضيف { $name }
order-again = كرِّر الطلب
order-again-of = { $date } · { $amount }
order-amount = مبلغ
order-and-free = مع { $quantity } { $name } مجانًا
order-coupon = قسيمة
order-coupon-label = رمز القسيمة
order-coupon-remove = إزالة
order-coupon-use = استخدم هذه القسيمة
order-customer = العميل
order-delivery = تاريخ التسليم
order-delivery-other = يوم آخر
order-discard = تخلَّص من هذه المسودة
order-discarded = المسودة في سلة المهملات
order-discarded-text = تبقى هناك 30 يومًا. استعدها إن كان ذلك سهوًا.
order-discount = خصم
order-discount-all = خصم على الطلب
order-discount-kind = نسبة أو مبلغ
order-discount-of = خصم { $figure }
order-discount-remove = إلغاء الخصم
order-each = { $rate } للواحد
order-empty = ماذا يطلب العميل؟
order-empty-text = اكتب اسمًا أو امسح رمزًا بالأسفل. كل تغيير يُحفظ في هذا الهاتف.
order-facts = عن هذا الطلب
order-failed = تعذَّر فتح الطلب
order-free-order = مجانًا مع هذا الطلب
order-free-with = مجانًا مع { $quantity }
order-give-discount = امنح هذا الخصم
order-lines = { $count ->
    [one] صنف واحد
    [two] صنفان
    [few] { $count } أصناف
    [many] { $count } صنفًا
   *[other] { $count } صنف
}
order-more = المزيد عن هذا الطلب
order-no-price = لا سعر في هذا الهاتف
order-not-yet = لا يمكن إتمامه بعد
order-note = ملاحظة
order-note-done = احفظ الملاحظة
order-note-help = تصل إلى المكتب مع الطلب
order-note-label = ملاحظة إلى المكتب
order-note-there = توجد ملاحظة
order-percent = نسبة
order-price-missing = { $count ->
    [one] صنف واحد بلا سعر
    [two] صنفان بلا سعر
    [few] { $count } أصناف بلا سعر
    [many] { $count } صنفًا بلا سعر
   *[other] { $count } صنف بلا سعر
}
order-provisional = قد يتغير هذا السعر
order-rate-remove = إلغاء السعر
order-rate-sub = سعرك لهذا الطلب
order-rate-unit = { $currency } لكل { $unit }
order-refused = لن يقبل المكتب هذا
order-removed = أُزيل { $name }
order-restore = استعادة
order-review = مراجعة الطلب
order-safe = محفوظة في هذا الهاتف
order-saves = وفّر { $amount }
order-scan = مسح الأصناف
order-set-price = اعتمد هذا السعر
order-set-quantity = اعتمد { $quantity }
order-stock = الشاحنة { $here } · { $elsewhere } في المخزن
order-stock-short = { $count ->
    [one] في الشاحنة { $here }، ينقص واحد
    [two] في الشاحنة { $here }، ينقص اثنان
    [few] في الشاحنة { $here }، ينقص { $short }
    [many] في الشاحنة { $here }، ينقص { $short }
   *[other] في الشاحنة { $here }، ينقص { $short }
}
order-stock-short-store = { $count ->
    [one] في الشاحنة { $here }، ينقص واحد · { $elsewhere } في المخزن
    [two] في الشاحنة { $here }، ينقص اثنان · { $elsewhere } في المخزن
    [few] في الشاحنة { $here }، ينقص { $short } · { $elsewhere } في المخزن
    [many] في الشاحنة { $here }، ينقص { $short } · { $elsewhere } في المخزن
   *[other] في الشاحنة { $here }، ينقص { $short } · { $elsewhere } في المخزن
}
order-summary = { $lines } · الصافي { $net } · الضريبة { $tax }
order-tax-template = الضرائب
order-tax-template-by-rule = بحسب القواعد
order-title = الطلب
order-total = الإجمالي
order-totals = المجاميع
order-type-quantity = اكتب الكمية
order-unit-holds = { $unit } = { $quantity }
order-unit-of = وحدة { $name }
order-usual = { $count ->
    [one] سلتهم المعتادة · صنف واحد
    [two] سلتهم المعتادة · صنفان
    [few] سلتهم المعتادة · { $count } أصناف
    [many] سلتهم المعتادة · { $count } صنفًا
   *[other] سلتهم المعتادة · { $count } صنف
}
order-warehouse = المستودع
order-why-total = لماذا هذا الإجمالي؟
order-your-discount = خصمك { $figure }
order-your-price = سعرك

## لماذا
why-by-rules = { $figure } من { $rules }
why-keep = أبقِ { $price }
why-not-used = نُظر فيه ولم يُستخدم
why-own-price = { $list }، لهذا العميل
why-price-batch = لدفعة محددة
why-price-customer-price-first = سعر العميل الخاص أولى
why-price-expired = انتهت صلاحيته
why-price-later-price-first = سعر أحدث أولى
why-price-not-yet-valid = لم يبدأ بعد
why-price-of = السعر { $rate }
why-price-other-price-list = قائمة أسعار أخرى
why-price-other-uom = وحدة أخرى
why-price-own-price-first = سعر الصنف نفسه أولى
why-price-packing-unit = لا يوافق التعبئة
why-rule-amount = لم يُبلغ المبلغ
why-rule-applied = مطبَّق
why-rule-applied-on-other = مُنح على صنف آخر
why-rule-checks-only = للتحقق فقط
why-rule-condition-false = لم يتحقق شرطه
why-rule-condition-unknown = لا يعرفه إلا المكتب
why-rule-coupon = يحتاج قسيمة
why-rule-later-in-search = قاعدة أقرب أولى
why-rule-lower-priority = قاعدة أخرى أولى
why-rule-other-item = لصنف آخر
why-rule-other-party = لعملاء آخرين
why-rule-other-price-list = قائمة أسعار أخرى
why-rule-other-uom = وحدة أخرى
why-rule-other-warehouse = مستودع آخر
why-rule-outside-dates = ليست لهذا اليوم
why-rule-quantity = لم تُبلغ الكمية
why-step-discount-amount = خصم
why-step-discount-percentage = خصم
why-step-distributed-discount = حصته من خصم الطلب
why-step-free = مجانًا
why-step-included-tax = ضريبة ضمن السعر
why-step-margin-amount = هامش
why-step-margin-percentage = هامش
why-step-net-rate = السعر الصافي
why-step-price-list-rate = سعر القائمة
why-step-rate = السعر لهذا العميل
why-sub = { $name } · { $unit }
why-tax-of = { $rate } من { $base }
why-taxes = الضرائب والرسوم
why-times = { $quantity } × { $rate } = { $amount }
why-total-discount-amount = الخصم
why-total-grand-total = مع الضرائب
why-total-net-total = الصافي
why-total-rounded-total = بعد التقريب
why-total-rounding-adjustment = التقريب
why-total-taxes-and-charges = الضرائب والرسوم
why-total-total = مجموع الأصناف
why-worked-out = حُسب في هذا الهاتف من الأسعار التي فيه. ويسجل المكتب الرقم نفسه.

## تعديلات مرفوضة
error-edit-delivery-in-past = لا يمكن أن يكون التسليم قبل اليوم
error-edit-negative-amount = لا يمكن أن يقل المبلغ عن 0
error-edit-negative-qty = لا يمكن أن تقل الكمية عن 0
error-edit-no-such-line = لم يعد هذا السطر موجودًا
error-edit-note-too-long = الملاحظة طويلة جدًا. ما حُفظ قبلها باقٍ.
error-edit-nothing-to-undo = لا شيء للتراجع عنه
error-edit-percentage = الخصم بين 0 و100%
error-edit-qty-too-large = هذه الكمية كبيرة جدًا

## التسعير
pricing-message-item-price-added = سعرك لـ { $item } يصبح سعره في { $price-list }
pricing-message-item-tax-template-updated = السطر { $row }، { $item }: الضريبة تتبع السعر
pricing-message-rule-not-applied = السطر { $row }، { $item }: مُنح أقل مما تسمح به { $rule }
pricing-message-transaction-rule-not-applied = مُنح أقل مما تسمح به القاعدة
pricing-provisional-condition = لا يعرف إلا المكتب هل تنطبق { $rule }
pricing-provisional-coupon-use = ربما استنفد آخرون القسيمة { $coupon }
pricing-provisional-cumulative-rule = { $rule } تحسب أيضًا طلبات سابقة ليست إلا لدى المكتب
pricing-provisional-missing-master = { $doctype } { $name } ليس في هذا الهاتف
pricing-provisional-unknown-version = يستخدم المكتب الإصدار { $version } الجديد على التطبيق
pricing-provisional-loading = الأسعار والضرائب ما زالت تصل من المكتب

## الاستعادة
restore-code = تحمل الإيصالات هنا رمز الجهاز { $code } حتى لا يتكرر رقم
restore-found = وُجدت على هذا الهاتف
restore-look = عرض المحتوى
restore-looking = جارٍ الفتح…
restore-text = اختر الملف واكتب عبارة سره. لا يُستبدل شيء على هذا الهاتف.
restore-title = استعادة نسخة احتياطية
restore-unsent = { $count ->
    [0] لا شيء فيها ينتظر الإرسال
    [one] سجل واحد فيها ينتظر الإرسال
    [two] سجلان فيها ينتظران الإرسال
    [few] { $count } سجلات فيها تنتظر الإرسال
   *[other] { $count } سجلًا فيها ينتظر الإرسال
}
restore-working = جارٍ الاستعادة…

## مشكلات
salvage-aside = وُضع الملف التالف جانبًا ولم يُحذف:
salvage-drafts = { $count ->
    [0] لم تكن هناك مسودات
    [one] مسودة واحدة في أمان
    [two] مسودتان في أمان
    [few] { $count } مسودات في أمان
   *[other] { $count } مسودة في أمان
}
salvage-go-on = متابعة العمل
salvage-incomplete = { $count ->
    [one] تعذّرت قراءة سطور طلب واحد. انظره في الطلبات واكتبه من جديد.
    [two] تعذّرت قراءة سطور طلبين. انظرهما في الطلبات واكتبهما من جديد.
    [few] تعذّرت قراءة سطور { $count } طلبات. انظرها في الطلبات واكتبها من جديد.
   *[other] تعذّرت قراءة سطور { $count } طلبًا. انظرها في الطلبات واكتبها من جديد.
}
salvage-masters = تعذّرت قراءة الكتالوج والعملاء والأسعار. تعود من المكتب حالما تتوفر الشبكة.
salvage-orders = { $count ->
    [0] لم تكن هناك طلبات تنتظر
    [one] طلب واحد منتظر في أمان
    [two] طلبان منتظران في أمان
    [few] { $count } طلبات منتظرة في أمان
   *[other] { $count } طلبًا منتظرًا في أمان
}
salvage-others = { $count ->
    [one] زيارة أو عميل واحد منتظر في أمان
    [two] زيارتان أو عميلان في أمان
    [few] { $count } زيارات وعملاء في أمان
   *[other] { $count } زيارة وعميلًا في أمان
}
salvage-text = كانت قاعدة بيانات هذا الملف تالفة. أخرج Satchel ما تمكن قراءته ووضعه في قاعدة جديدة.
salvage-title = أُصلح بعد تلف
trouble-anew = اتركه هنا وابدأ من جديد
trouble-retry = حاول مجددًا
trouble-safe = لم يُحذف شيء على هذا الهاتف.
trouble-title = لا يستطيع Satchel فتح هذا

## الرسول

error-courier-not-ours = هذا ليس ملف رسول من Satchel
error-courier-torn = الملف تالف أو غير كامل. انسخه مجددًا.
error-courier-newer = صنعت هذا الملف إصدارة أحدث من Satchel. حدّث التطبيق أولًا.
error-courier-other-key = هذا الملف مقفل لموقع آخر
error-courier-foreign = لم يصنع هذا الملف أي هاتف من هذا الموقع
error-courier-delivered = سُلّم هذا الملف من قبل
error-courier-other-receipt = هذا الإيصال ليس لملف من هذا الهاتف
error-courier-no-key = لم يعط المكتب هذا الهاتف مفتاح ملفات الرسول. اطلب رمز تسجيل جديدًا.
error-courier-nothing = لا شيء ينتظر، فليس هناك ما يُحمل
error-courier-file = لا يمكن كتابة الملف أو قراءته. اختر مكانًا آخر.

## تسجيل الهاتف

error-enrol-not-ours = هذا ليس رمز تسجيل من Satchel. اطلب من المكتب الرمز الذي طبعه لك.
error-enrol-newer = صنعت هذا الرمز إصدارة أحدث من Satchel. حدّث التطبيق أولًا.
error-enrol-torn = جزء من الرمز ناقص. امسحه مجددًا أو انسخه كاملًا.
error-enrol-expired = انتهت مدة هذا الرمز. اطلب رمزًا جديدًا من المكتب وتأكد من ساعة هذا الهاتف.
error-enrol-used = استُخدم هذا الرمز من قبل. اطلب رمزًا جديدًا من المكتب.
error-enrol-wrong-user = يقول الموقع إن هذا الرمز لشخص آخر. اطلب رمزًا جديدًا من المكتب.
error-enrol-other-site = هذا الرمز لموقع آخر. هذا الملف يخص { $site }.
error-enrol-other-user = هذا الرمز لشخص آخر. هذا الملف يخص { $user }.
error-enrol-here-already = هذا الملف موجود على الهاتف. افتحه وسجّل من جديد من «المزيد».

## الموقع

error-address-invalid = هذا ليس عنوان موقع
error-address-scheme = عنوان الموقع يبدأ بـ https://
error-address-unprotected = يجب الوصول إلى الموقع عبر https وإلا قرأ غيرك ما يرسله هذا الهاتف
error-address-credentials = اترك اسم المستخدم وكلمة المرور خارج العنوان
error-token-invalid = مفاتيح هذا التسجيل لا تصلح. اطلب رمزًا جديدًا من المكتب.
error-sync-not-enrolled = هذا الملف غير مسجل في موقع
error-authorities-unreadable = لا يمكن قراءة الشهادات التي أعطاها المكتب
error-http-setup = لا يمكن إعداد اتصالات آمنة على هذا الهاتف
error-site-offline = لا يمكن الوصول إلى الموقع. كل شيء محفوظ على هذا الهاتف.
error-site-transient = الموقع متعثر الآن. يعيد Satchel المحاولة بنفسه. { $words }
error-site-unknown = ضاع رد الموقع. يتحقق Satchel من الوصول قبل أن يرسل مجددًا.
error-site-refused = رفض الموقع: { $words }
error-site-refused-silently = رفض الموقع ولم يذكر السبب ({ $exc-type })
error-site-unauthorised = لم يعد الموقع يقبل مفتاح هذا الهاتف. كل شيء محفوظ؛ اطلب من المكتب رمز تسجيل جديدًا.
error-site-throttled = يطلب الموقع الانتظار قبل إرسال المزيد
error-site-maintenance = الموقع قيد الصيانة. يعيد Satchel المحاولة بنفسه.
error-site-certificate = شهادة الموقع غير صالحة. لم يُرسل شيء؛ أخبر المكتب.
error-site-not-frappe = رد شيء آخر غير الموقع. إن كانت لهذه الشبكة صفحة دخول فسجّل الدخول أولًا.

## مركز الإرسال
conflict-before = كان { $value }
conflict-decide = الإبقاء على المحدد
conflict-fields = { $count ->
    [zero] لا حقول
    [one] حقل واحد
    [two] حقلان
    [few] { $count } حقول
    [many] { $count } حقلًا
   *[other] { $count } حقل
}
conflict-mine = نسختك
conflict-no = لا
conflict-section = تغيّر لدى الطرفين
conflict-text = غيّرت أنت والمكتب الشيء نفسه. تبقى نسختك حتى تقرّر.
conflict-theirs = نسخة المكتب
conflict-title = أيهما الصحيح؟
conflict-yes = نعم
load-bytes = { $done } من { $total } م.ب
load-can-sell = يمكنك أخذ الطلبات الآن؛ والباقي يصل من تلقاء نفسه.
load-count = { $done } من { $total }
load-left = { $count ->
    [zero] أقل من دقيقة
    [one] بقيت دقيقة تقريبًا
    [two] بقيت دقيقتان تقريبًا
    [few] بقيت { $count } دقائق تقريبًا
    [many] بقيت { $count } دقيقة تقريبًا
   *[other] بقيت { $count } دقيقة تقريبًا
}
load-not-yet = يمكن أخذ الطلبات بعد وصول الأسعار. أبقِ التطبيق مفتوحًا.
load-title = جلب ما تبيعه شركتك
sync-alone = محفوظ على هذا الهاتف فقط
sync-alone-text = هذا الملف لا يتبع أي موقع. لا شيء يغادر الهاتف إلا بنسخة احتياطية.
sync-courier = نقل بملف
sync-fetching = جلب ما تغيّر
sync-fetching-text = كل ما كتبته وصل إلى المكتب.
sync-hand = { $count ->
    [zero] لا شيء يحتاج إلى تدخل
    [one] سجل واحد يحتاج إلى تدخل
    [two] سجلان يحتاجان إلى تدخل
    [few] { $count } سجلات تحتاج إلى تدخل
    [many] { $count } سجلًا يحتاج إلى تدخل
   *[other] { $count } سجل يحتاج إلى تدخل
}
sync-hand-text = لا يضيع شيء: يبقى محفوظًا في هذا الهاتف حتى يُحسم.
sync-hand-over = سؤال المكتب
sync-handed = متروك للمشرف
sync-held = بعد { $title }
sync-last = آخر اتصال بالمكتب { $time }
sync-later = مجددًا { $time }
sync-leave-draft = تركه مسودة
sync-mend = تصحيح
sync-mend-send = إرسال مع هذه التغييرات
sync-never = لم يتم الاتصال بالمكتب بعد
sync-note = ماذا على المكتب أن يفعل؟
sync-note-along = تصل ملاحظتك إلى المكتب مع كل هذا ملفًا في صفحة العميل أو المهمة أو المشروع. لا يُرسَل من هنا بعد الآن، وحين يسجّله المكتب يعرف هذا الهاتف ذلك بنفسه.
sync-note-help = يبقى هنا مع ملاحظتك ولا يُرسَل بعد الآن. أطلع مشرفك عليه: حين يسجّله المكتب يعرف هذا الهاتف ذلك بنفسه.
sync-now = المحاولة الآن
sync-offline = لا توجد إشارة
sync-offline-since = لا توجد إشارة منذ { $time }
sync-paused-office = كل شيء محفوظ هنا. اطلب من المكتب رمزًا جديدًا واتصل من جديد من «المزيد».
sync-paused-until = كل شيء محفوظ هنا ويُستكمل تلقائيًا عند { $time }.
sync-safe-leaves = { $count ->
    [zero] لا شيء ينتظر على هذا الهاتف.
    [one] شيء واحد محفوظ على هذا الهاتف. يغادر من تلقاء نفسه.
    [two] شيئان محفوظان على هذا الهاتف. يغادران من تلقاء نفسيهما بهذا الترتيب.
    [few] { $count } أشياء محفوظة على هذا الهاتف. تغادر من تلقاء نفسها بهذا الترتيب.
    [many] { $count } شيئًا محفوظًا على هذا الهاتف. تغادر من تلقاء نفسها بهذا الترتيب.
   *[other] { $count } شيء محفوظ على هذا الهاتف. تغادر من تلقاء نفسها بهذا الترتيب.
}
sync-send-again = إرسال من جديد
sync-sending = قيد الإرسال
sync-stuck = جرت المحاولة { $count } مرة دون نجاح. يبقى محفوظًا ويُعاد إرساله بضع مرات في اليوم، وتُرسَل المستندات الأخرى في هذه الأثناء.
sync-withdraw = سحب
sync-working = جارٍ العمل…
sync-your-note = ملاحظتك: { $note }

## النقل بملف
courier-delivered = { $count ->
    [zero] لم يصل شيء إلى المكتب
    [one] شيء واحد وصل إلى المكتب
    [two] شيئان وصلا إلى المكتب
    [few] { $count } أشياء وصلت إلى المكتب
    [many] { $count } شيئًا وصل إلى المكتب
   *[other] { $count } شيء وصل إلى المكتب
}
courier-differ = { $count ->
    [zero] كل الإجماليات كما وُعد بها.
    [one] سُجّل طلب واحد بإجمالي آخر، وهو يعرض الرقمين.
    [two] سُجّل طلبان بإجماليين آخرين، وكل منهما يعرض الرقمين.
    [few] سُجّلت { $count } طلبات بإجماليات أخرى، وكل منها يعرض الرقمين.
    [many] سُجّل { $count } طلبًا بإجماليات أخرى، وكل منها يعرض الرقمين.
   *[other] سُجّل { $count } طلب بإجماليات أخرى، وكل منها يعرض الرقمين.
}
courier-file = إلى أين
courier-read = قراءة الإيصال
courier-receipt = الإيصال
courier-receipt-text = يعطيك المكتب إيصالًا بعد تسليم الملف. اقرأه هنا ليعرف الهاتف ما وصل.
courier-receipt-title = العائد من المكتب
courier-refused = { $count ->
    [zero] لم يُرفض شيء.
    [one] رُفض شيء واحد، ويبقى على هذا الهاتف.
    [two] رُفض شيئان، ويبقيان على هذا الهاتف.
    [few] رُفضت { $count } أشياء، وتبقى على هذا الهاتف.
    [many] رُفض { $count } شيئًا، وتبقى على هذا الهاتف.
   *[other] رُفض { $count } شيء، وتبقى على هذا الهاتف.
}
courier-text = ما ينتظر يُكتب في ملف لا يفتحه إلا المكتب. احمله على بطاقة أو كابل أو شاركه. ما يرسله الهاتف بنفسه في هذه الأثناء يصل مرة واحدة.
courier-unchanged = { $count ->
    [zero] لم يتغيّر شيء آخر في المكتب.
    [one] شيء واحد كان المكتب يعرفه.
    [two] شيئان كان المكتب يعرفهما.
    [few] { $count } أشياء كان المكتب يعرفها.
    [many] { $count } شيئًا كان المكتب يعرفه.
   *[other] { $count } شيء كان المكتب يعرفه.
}
courier-write = كتابة الملف
courier-written = كُتب الملف { $number }
courier-written-text = { $count ->
    [zero] لا شيء فيه.
    [one] فيه شيء واحد، ويبقى على هذا الهاتف حتى يصل إلى المكتب.
    [two] فيه شيئان، ويبقيان على هذا الهاتف حتى يصلا إلى المكتب.
    [few] فيه { $count } أشياء، وتبقى على هذا الهاتف حتى تصل إلى المكتب.
    [many] فيه { $count } شيئًا، وتبقى على هذا الهاتف حتى تصل إلى المكتب.
   *[other] فيه { $count } شيء، ويبقى على هذا الهاتف حتى يصل إلى المكتب.
}

## الاتصال بالشركة
connect-again = الاتصال من جديد
connect-again-done = تم الاتصال. ما ينتظر يُرسل من تلقاء نفسه.
connect-again-go = استخدام هذا الرمز
connect-again-text = عندما لا يعود الموقع يقبل هذا الهاتف يعطيك المكتب رمزًا جديدًا. كل ما ينتظر هنا يبقى ويُستكمل.
connect-code = الرمز من المكتب
connect-code-help = يبدأ بـ SATCHEL
connect-device = تبدأ إيصالات هذا الهاتف بـ { $device }
connect-look = قراءة الرمز
connect-picture = قراءة الرمز من صورة
connect-text = يعطيك المكتب رمزًا لهذا الهاتف. ألصقه هنا: لن يُرسل شيء قبل أن ترى ما يقوله.
connect-title = الاتصال بشركتك
connect-until = صالح حتى { $time }
connect-working = جارٍ الاتصال…

## ما سيرفضه المكتب
refusal-account-of-other-company = الضريبة { $row }: الحساب { $account } ليس لـ { $company }
refusal-actual-included = الضريبة { $row } مبلغ ثابت ولا تكون ضمن السعر
refusal-apply-discount-on-missing = اختر ما يُخصم منه
refusal-below-cost = السطر { $row }: { $item } دون { $reference }؛ الأدنى { $rate }
refusal-commission-rate = العمولة ليست بين 0 و100%
refusal-coupon-expired = انتهت صلاحية القسيمة
refusal-coupon-not-started = لم تبدأ صلاحية القسيمة
refusal-coupon-used-up = استُنفدت القسيمة
refusal-delivery-before-order = لا يكون التسليم قبل الطلب
refusal-discount-above-total = الخصم { $discount } أكبر من الإجمالي { $total }
refusal-division-by-zero = ضريبة ضمن السعر تأخذه كله
refusal-does-not-exist = { $doctype } { $name } غير موجود
refusal-duplicate-due-dates = دفعتان تستحقان في يوم واحد: { $rows }
refusal-duplicate-item = { $item } مكرر في الطلب
refusal-end-of-life = لم يعد { $item } يُباع منذ { $date }
refusal-first-tax-row-chained = لا تُبنى الضريبة الأولى على ما قبلها
refusal-included-also = الضريبة { $row } ضمن السعر فيجب أن تكون { $rows } كذلك
refusal-item-disabled = لم يعد { $item } يُباع
refusal-item-is-template = { $item } قالب؛ اختر أحد أشكاله
refusal-link-not-found = { $what } { $name } غير معروف
refusal-max-discount = أقصى خصم لـ { $item } هو { $max }%
refusal-multiple-pricing-rules = قواعد عدة تنطبق ولا أولوية بينها: { $rules }
refusal-negative-total = الإجمالي أقل من 0
refusal-no-delivery-date = يلزم تاريخ التسليم
refusal-no-exchange-rate = لا سعر صرف من { $from } إلى { $to }
refusal-no-free-item = { $rule } تمنح صنفًا مجانًا دون تحديده
refusal-no-items = لا أصناف في الطلب
refusal-out-of-range = رقم كبير جدًا ({ $field })
refusal-party-disabled = { $customer } معطَّل
refusal-party-frozen = { $customer } مجمَّد
refusal-payment-schedule-total = شروط الدفع لا تساوي الإجمالي
refusal-price-list-disabled = قائمة الأسعار { $price-list } معطَّلة
refusal-qty-must-be-whole = السطر { $row }: { $qty } { $uom } ليس عددًا صحيحًا، و{ $uom } بالأعداد الصحيحة فقط
refusal-recursive-transaction-rule = قاعدة على الطلب كله تستدعي نفسها؛ اسأل المكتب
refusal-shipping-country = قاعدة الشحن ليست لـ { $country }
refusal-shipping-country-missing = لا بلد في العنوان، وقاعدة الشحن تحتاجه
refusal-tax-row-id = الضريبة { $row } مبنية على ما لا يوجد
refusal-tax-row-id-not-allowed = ضريبة مبنية على أخرى حيث لا يجوز
refusal-template-disabled = { $doctype } { $name } معطَّل
refusal-threshold-hint = { $rule } قريبة من حدها حتى يتعثر المكتب؛ غيِّر الكمية
refusal-zero-qty = السطر { $row }: { $item } بلا كمية

## الإرسال

sync-parked-cancelled = ألغى المكتب { $name }
sync-parked-deleted = حذف المكتب المسودة
sync-parked-replaced-arrived = وصل الأول بعد كل شيء باسم { $name }: اسحب هذا
sync-parked-replaced-changed = غيّر المكتب { $name } منذ ذلك الحين. تحدّث إليهم أو اترك نسختهم كما هي
sync-parked-unreadable = لا يمكن قراءة هذا المستند على هذا الهاتف؛ اطلب الدعم
sync-paused-maintenance = متوقف مؤقتًا: يجري تحديث نظام المكتب. سيتابع من تلقاء نفسه.
sync-paused-not-set-up = متوقف مؤقتًا: نظام المكتب غير مُعد لبرنامج Satchel فلن يُرسل شيء آخر. كل شيء محفوظ؛ راجع المكتب.
sync-paused-not-permitted = متوقف مؤقتًا: سحب المكتب من هذا المستخدم حق الطلبات. كل شيء محفوظ ويُرسل تلقائيًا متى عاد الحق؛ راجع المكتب.
sync-paused-throttled = متوقف مؤقتًا: طلب المكتب تقليل الطلبات. سيتابع من تلقاء نفسه.
sync-paused-unauthorised = متوقف مؤقتًا: لم يعد المكتب يقبل مفتاح هذا الهاتف. كل شيء محفوظ؛ اطلب من المكتب تسجيلك من جديد.
## On the way to the office
outgoing-customer = عميل جديد
outgoing-address = عنوان
outgoing-contact = جهة اتصال
outgoing-sales-order = طلب
outgoing-slip = ملاحظة إلى المكتب
outgoing-submit = اعتماد الطلب
outgoing-attachment = ملف أو توقيع
outgoing-check-in = زيارة
outgoing-check-out = نهاية زيارة
outgoing-event = موعد
outgoing-task = مهمة
outgoing-timesheet = ساعات العمل
outgoing-change-customer = تعديل عميل
outgoing-change-event = تعديل موعد
outgoing-change-task = تعديل مهمة
difference-price-changed = تغيّر سعر { $item } منذ ذلك الحين: { $phone } في الإيصال و{ $server } لدى المكتب.
difference-priced-by-site = حسب الموقع أسعار الأسطر بنفسه؛ لا يحق لهذا المستخدم تحديد الأسعار هناك.
difference-provisional = يعتمد السعر على ما لا يعرفه إلا المكتب، كما هو مذكور في الإيصال.
difference-rate-changed = سجّل المكتب { $item } بسعر { $server } بدلاً من { $phone }.
difference-rounding = يقرّب المكتب الإجمالي بطريقة مختلفة.
difference-taxes = احتسب المكتب ضرائب مختلفة.
difference-unknown = السبب غير معروف هنا. اسأل المكتب.
mend-closed = مغلق
mend-private = أنا فقط
mend-public = الجميع
field-activity-type = نوع العمل
field-address-line1 = الشارع والرقم
field-address-line2 = العنوان، السطر الثاني
field-address-title = الاسم في العنوان
field-city = المدينة
field-completed-on = تاريخ الإنجاز
field-country = البلد
field-customer-group = مجموعة العملاء
field-customer-name = اسم العميل
field-description = الوصف
field-email-id = البريد الإلكتروني
field-ends-on = النهاية
field-event-type = من يراه
field-exp-end-date = تاريخ الاستحقاق
field-exp-start-date = البدء المخطط
field-first-name = الاسم الأول
field-from-time = بدأ
field-hours = ساعات العمل
field-last-name = اسم العائلة
field-mobile-no = رقم الجوال
field-note = ملاحظة
field-pincode = الرمز البريدي
field-priority = الأولوية
field-progress = نسبة التقدم
field-project = المشروع
field-starts-on = البداية
field-state = الولاية أو المقاطعة
field-status = الحالة
field-subject = الموضوع
field-task = المهمة
field-tax-id = الرقم الضريبي
field-territory = المنطقة
error-app-mended-meanwhile = سلك الطلب { $number } الذي يُفترض أن يحل هذا محله طريقاً آخر. اطّلع عليه قبل تأكيد هذا الطلب.
error-app-not-a-picture = هذه ليست صورة. يمكن إرسال JPEG وPNG وWebP.
error-app-too-large = هذا أكبر من { $megabytes } م.ب. التقط صورة أصغر.
error-app-no-thread = الهاتف مشغول ولا يستطيع بدء الإرسال. كل شيء محفوظ؛ افتح الملف الشخصي مجدداً بعد لحظات.
timeline-left-as-draft = تُرك لدى المكتب كمسودة
strip-loading = جارٍ جلب ما تبيعه · { $percent } %
strip-loading-rest = يمكنك البيع · والباقي قادم، { $percent } %
strip-old-prices = الأسعار من { $date } · أقدم مما تسمح به الشركة
strip-paused = { $count ->
    [0] متوقف مؤقتاً · لا شيء ينتظر
    [one] متوقف مؤقتاً · عنصر واحد محفوظ على هذا الهاتف
    [two] متوقف مؤقتاً · عنصران محفوظان على هذا الهاتف
    [few] متوقف مؤقتاً · { $count } عناصر محفوظة على هذا الهاتف
   *[other] متوقف مؤقتاً · { $count } عنصراً محفوظاً على هذا الهاتف
}
strip-things-waiting = { $count ->
    [zero] لا شيء يحتاج إلى تدخل · { $waiting } بانتظار الشبكة
    [one] سجل واحد يحتاج إلى تدخل · { $waiting } بانتظار الشبكة
    [two] سجلان يحتاجان إلى تدخل · { $waiting } بانتظار الشبكة
    [few] { $count } سجلات تحتاج إلى تدخل · { $waiting } بانتظار الشبكة
   *[other] { $count } سجلًا يحتاج إلى تدخل · { $waiting } بانتظار الشبكة
}
strip-sending = { $count ->
    [one] جارٍ إرسال طلب واحد
    [two] جارٍ إرسال طلبين
    [few] جارٍ إرسال { $count } طلبات
   *[other] جارٍ إرسال { $count } طلباً
}
strip-sending-others = { $count ->
    [one] جارٍ إرسال إدخال واحد
    [two] جارٍ إرسال إدخالين
    [few] جارٍ إرسال { $count } إدخالات
   *[other] جارٍ إرسال { $count } إدخالاً
}

## Snapshot

error-snapshot-unreadable = تعذّرت قراءة حزمة البيانات. سيحمّل الهاتف البيانات من الموقع مباشرة.
error-snapshot-signature = حزمة البيانات غير موقّعة من مكتبك. سيحمّل الهاتف البيانات من الموقع مباشرة.
error-snapshot-other-site = حزمة البيانات تخص موقعًا آخر. سيحمّل الهاتف البيانات من الموقع مباشرة.
error-snapshot-other-version = حزمة البيانات مُعدّة لإصدار آخر من التطبيق. سيحمّل الهاتف البيانات من الموقع مباشرة.
error-snapshot-damaged = وصلت حزمة البيانات تالفة. سيحمّل الهاتف البيانات من الموقع مباشرة.
error-snapshot-file = تعذّر حفظ حزمة البيانات على هذا الهاتف. تأكد من وجود مساحة كافية.

## الطباعة: الأخطاء

error-printer-not-found = لم يُعثر على الطابعة. هل هي مشغّلة، وقريبة أو على هذه الشبكة؟
error-printer-refused = الطابعة موجودة لكنها لا تقبل الاتصال. ربما يستخدمها هاتف آخر.
error-printer-no-radio = ليس في هذا الهاتف بلوتوث.
error-printer-radio-off = البلوتوث مغلق. شغّله ثم حاول مرة أخرى.
error-printer-not-allowed = لا يُسمح لـ Satchel باستخدام البلوتوث أو هذا الجهاز. اسمح بذلك في إعدادات الهاتف.
error-printer-dropped = انقطع الاتصال بالطابعة.
error-printer-timed-out = توقفت الطابعة عن استلام الإيصال. انظر إلى الورق والغطاء.
error-printer-none = هذا الجهاز ليس طابعة.
error-printer-unsupported = لا يستطيع هذا الهاتف الوصول إلى طابعة كهذه.
error-printer-bad-address = هذا ليس عنوانًا. اكتبه مثل 192.168.1.50 أو 192.168.1.50:9100.
error-receipt-template = السطر { $line } من القالب: { $detail }
error-receipt-markup = السطر { $line } مما يعطيه القالب: { $detail }
error-receipt-too-long = الإيصال طويل جدًا.
error-receipt-pdf = تعذّر إنشاء ملف PDF.

## Reports
receipt-label-customer = العميل
receipt-label-hours = س
receipt-label-tasks = المهام
receipt-label-checklist = قائمة التحقق
receipt-label-progress-log = ما أُبلغ عنه
receipt-label-signature = توقيع العميل
receipt-label-time-logs = الوقت
receipt-stood-in = في القالب خطأ؛ استُخدم القالب المضمّن بدلًا منه
report-day = تقرير اليوم
report-order = إيصال طلب
report-task = تقرير المهمة
report-visit = مذكرة الزيارة
task-status-cancelled = ملغاة
task-status-completed = مكتملة
task-status-open = مفتوحة
task-status-overdue = متأخرة
task-status-pending-review = بانتظار المراجعة
task-status-working = قيد العمل
today-visited = تمت زيارتهم
error-receipt-file = تعذّر إنشاء ملف الإيصال.
error-receipt-template-too-long = القالب طويل جدًا: ٦٤ كيلوبايت على الأكثر.

## Sharing
share-fetched = الملف في التنزيلات.
share-making = يجري إنشاء الملف…
share-no-receiver = لا شيء هنا يستقبل ملفًا.
share-not-written = تعذّرت كتابة الملف. هل امتلأت الذاكرة؟
share-offered = سُلّم الملف إلى الهاتف.
share-pdf = مشاركة بصيغة PDF
share-picture = مشاركة كصورة
share-refused = لم يشارك الهاتف الملف. حاول مرة أخرى أو اطبعه.
share-saved = حُفظ باسم
share-title = مشاركة

## Receipt templates
templates-back = العودة إلى القالب المضمّن
templates-back-office = العودة إلى قالب المكتب
templates-broken = فيه خطأ
templates-built-in = مضمّن
templates-changed = غير محفوظ
templates-failed = تعذّرت قراءة القوالب
templates-field = القالب
templates-help = بلغة Jinja كما في تنسيقات الطباعة: في doc وcompany وcustomer حقول ERPNext.
templates-last = بآخر مستند على هذا الهاتف
templates-meta = ما يظهر في الإيصالات والتقارير
templates-office = من المكتب
templates-own = قالبك
templates-own-before-office = قالبك؛ وللمكتب قالب أيضًا
templates-preview = معاينة
templates-sample = بمستند للتجربة
templates-save = حفظ القالب
templates-saved = محفوظ
templates-stands-in = إلى أن يُصلَح الخطأ يُطبع بالقالب المضمّن.
templates-text = كل قالب يحدد ما يظهر على ورقته. غيّر واحدًا وشاهد النتيجة فورًا.
templates-title = قوالب الإيصالات

## Place and time of a document
order-detail-clock-ahead = { $minutes ->
    [zero] كانت ساعة الهاتف متقدمة على ساعة المكتب.
    [one] كانت ساعة الهاتف متقدمة على ساعة المكتب بدقيقة واحدة.
    [two] كانت ساعة الهاتف متقدمة على ساعة المكتب بدقيقتين.
    [few] كانت ساعة الهاتف متقدمة على ساعة المكتب بمقدار { $minutes } دقائق.
    [many] كانت ساعة الهاتف متقدمة على ساعة المكتب بمقدار { $minutes } دقيقة.
   *[other] كانت ساعة الهاتف متقدمة على ساعة المكتب بمقدار { $minutes } دقيقة.
}
order-detail-clock-behind = { $minutes ->
    [zero] كانت ساعة الهاتف متأخرة عن ساعة المكتب.
    [one] كانت ساعة الهاتف متأخرة عن ساعة المكتب بدقيقة واحدة.
    [two] كانت ساعة الهاتف متأخرة عن ساعة المكتب بدقيقتين.
    [few] كانت ساعة الهاتف متأخرة عن ساعة المكتب بمقدار { $minutes } دقائق.
    [many] كانت ساعة الهاتف متأخرة عن ساعة المكتب بمقدار { $minutes } دقيقة.
   *[other] كانت ساعة الهاتف متأخرة عن ساعة المكتب بمقدار { $minutes } دقيقة.
}
position-none = بلا موقع.
position-searching = لم يكن الموقع معروفًا في تلك اللحظة؛ وإن عُرف خلال دقيقتين أُضيف.

## Position

location-denied = لا يُسمح لـ Satchel باستعمال الموقع. اسمح به في إعدادات هذا الهاتف.
location-lost = انقطع ما كان يحدّد الموقع. تُسجَّل الطلبات من دونه.
location-no-receiver = لا شيء في هذا الهاتف يحدّد موقعه. تُسجَّل الطلبات من دونه.
location-searching = يجري البحث عن الموقع. يظهر العملاء القريبون هنا حالما يُعرف.
location-switched-off = تحديد الموقع مغلق. شغّله من إعدادات هذا الهاتف.
location-timed-out = لم يصل موقع في الوقت المناسب. أعد المحاولة تحت سماء مكشوفة.

## الكاميرا والصور
camera-again = إعادة محاولة الكاميرا
camera-aim = أبقِ الرمز داخل الإطار
camera-busy = يستخدم تطبيق آخر الكاميرا. أغلقه وحاول مجددًا، أو اقرأ صورة.
camera-denied = لا يُسمح لتطبيق Satchel باستخدام الكاميرا. اسمح بذلك في إعدادات الهاتف، أو اقرأ صورة أو اكتب الرمز.
camera-light-off = إطفاء الضوء
camera-light-on = تشغيل الضوء
camera-none = لم يُعثر على كاميرا. اقرأ صورة أو اكتب الرمز.
camera-picture = ما تراه الكاميرا
camera-start = استخدام الكاميرا
camera-starting = جارٍ تشغيل الكاميرا…
camera-stop = إغلاق الكاميرا
camera-unplugged = فُصلت الكاميرا. صِلها وحاول مجددًا، أو اكتب الرمز.
camera-unreachable = لا تصل الصورة إلى Satchel. حاول مجددًا أو اكتب الرمز.
camera-why = تتم القراءة على هذا الهاتف ولا تُحفظ أي صورة. يسأل الهاتف أولًا إن كان لـ Satchel أن يستخدم كاميرته.
picture-no-code = لا يوجد في هذه الصورة رمز يمكن قراءته. صوّره من مسافة أقرب بوضوح ودون لمعان.
picture-read = قراءة صورة
picture-reading = جارٍ قراءة الصورة…
picture-unreadable = هذا الملف ليس صورة يمكن قراءتها.
error-picture-damaged = الصورة تالفة. التقطها أو احفظها مرة أخرى.
error-picture-too-large = الصورة كبيرة جدًا. استخدم صورة أصغر.
error-picture-unknown = هذا الملف ليس صورة: يمكن قراءة PNG وJPEG.

## How scanning is set
error-label-pattern-length = { $pattern }: النموذج من 13 علامة.
error-label-pattern-order = { $pattern }: النموذج هو الأرقام الثابتة ثم I ثم V إن وُجد ثم W أو P أو N ثم C.
scanning-answer = عندما تقرأ الكاميرا رمزًا
scanning-failed = تعذّرت قراءة إعدادات قراءة الرموز
scanning-handheld = القارئ اليدوي
scanning-handheld-text = القارئ الذي يعمل كلوحة مفاتيح لا يحتاج إلى إعداد إذا أنهى كل رمز بمفتاح Enter أو Tab. إن كان يكتب علامات حول الرمز فاذكرها.
scanning-keep = حفظ
scanning-kept = حُفظ
scanning-labels = ملصقات بوزن أو سعر
scanning-labels-field = النماذج، واحد في كل سطر
scanning-labels-help = مثلًا 21IIIIIWWwwwC: الرقم 21، خمسة أرقام للصنف، وزن 00.000.
scanning-labels-text = تطبع المتاجر هذه الملصقات بنفسها. يبيّن النموذج معنى كل رقم: الأرقام الثابتة في البداية، I للصنف، V رقم التحقق من القيمة، W للوزن أو P للسعر أو N للعدد مع أحرف صغيرة لما بعد الفاصلة، C رقم التحقق.
scanning-prefix = قبل كل رمز
scanning-shake = اهتزاز
scanning-sound = صوت
scanning-suffix = بعد كل رمز
scanning-suffix-help = اتركه فارغًا إن لم يكن سوى Enter أو Tab.
scanning-text = الصوت، القارئ اليدوي، ملصقات بالوزن
scanning-title = قراءة الرموز

receipt-label-copy = نسخة
receipt-label-visit = زيارة
receipt-label-started = البداية
receipt-label-ended = النهاية
receipt-label-notes = ملاحظات
receipt-label-position = الموقع
receipt-label-task = مهمة
receipt-label-project = مشروع
receipt-label-status = الحالة
receipt-label-progress = التقدم
receipt-label-expected = الموعد
receipt-label-day = تقرير اليوم
receipt-label-orders = الطلبات
receipt-label-visits = الزيارات
receipt-label-test = صفحة اختبار
error-printer-none-saved = لم تُحفظ أي طابعة بعد. أضف واحدة من «المزيد».
print-interrupted = أُغلق Satchel أثناء طباعة هذا. انظر إلى الورق: اطبعه مرة أخرى أو اتركه.

printers-title = الطابعات
printers-text = إيصالات على ورق 58 و80 مم
printers-failed = تعذّرت قراءة الطابعات
printers-none = لا توجد طابعة بعد
printers-none-text = أضف طابعة قريبة بالبلوتوث، أو في الشبكة بعنوانها. الإيصالات على الشاشة في كل الأحوال.
printers-saved = المحفوظة
printers-usual = المعتادة
printers-test = اطبع صفحة اختبار
printers-prefer = اجعلها المعتادة
printers-forget = انسَها
printers-jobs = ما طُبع
printers-add = أضف طابعة
printers-address = العنوان
printers-address-help = مثل 192.168.1.50؛ منفذها 9100 ما لم تذكر غيره.
printers-name = اسمها عندك
printers-kind = الورق والحروف
printers-kind-58 = 58 مم
printers-kind-80 = 80 مم
printers-kind-58-drawn = 58 مم، حروف مرسومة
printers-kind-80-drawn = 80 مم، حروف مرسومة
printers-save = احفظ الطابعة
print-action = اطبع
print-again = اطبع مرة أخرى
print-leave = اتركه
print-queued = ينتظر الطابعة
print-printing = يُطبع الآن
print-done = طُبع
print-done-copy = طُبع كنسخة
print-failed = توقف عند { $sent } من { $size } بايت
print-left = تُرك
print-missing = لا حروف لهذه الرموز؛ تُطبع إطارات فارغة: { $signs }

## طابعات قريبة وحالها

printers-check = افحص
printers-checking = سؤال الطابعة…
printers-ready = جاهزة للطباعة
printers-silent = لا تخبر عن حالها
printers-cover-open = الغطاء مفتوح
printers-paper-out = لا ورق
printers-paper-low = الورق يوشك أن ينفد
printers-error = خطأ في الطابعة
printers-battery = البطارية { $percent } %
printers-searching = البحث عن طابعات قريبة…
printers-found = طابعات قريبة
printers-found-others = أجهزة أخرى قريبة
printers-found-saved = محفوظة
printers-found-none = لم توجد أي طابعة
printers-found-none-text = هل هي مشغّلة وقريبة وغير متصلة بهاتف آخر؟
printers-search-again = ابحث مرة أخرى
printers-by-address = اكتب عنوانًا
printers-signal-strong = إشارة قوية
printers-signal-fair = إشارة متوسطة
printers-signal-weak = إشارة ضعيفة
printers-asking = هل خرجت الصفحة؟
printers-asking-text = تُرسل صفحة اختبار إلى { $printer }. انظر هل خرجت وهل تُقرأ.
printers-asking-yes = نعم، احفظ الطابعة
printers-asking-again = اطبعها مرة أخرى
printers-asking-other-kind = ورق أو حروف أخرى
printers-asking-no = لا، طابعة أخرى
print-cover-open = غطاء الطابعة مفتوح. أغلقه ثم اطبع مرة أخرى.
print-paper-out = لا ورق في الطابعة. ضع لفافة ثم اطبع مرة أخرى.
print-printer-error = الطابعة تبلغ عن خطأ. أطفئها وشغّلها ثم اطبع مرة أخرى.

## المفاتيح

key-store-sealed-file = مفاتيح هذا الهاتف في ملف مختوم، لأن النظام لا يحفظها لـ Satchel. اختر رمزًا لا يخمّنه أحد.

## والتطبيق مغلق
away-channel = عمل في الانتظار

## الأذونات
permit-allow = السماح
permit-bluetooth = يبحث Satchel عن الطابعات القريبة ويطبع عليها.
permit-for-ever = لم يعد الهاتف يسأل عن هذا. يمكن السماح به من إعداداته.
permit-location = يسجّل Satchel مكانك عند تقديم طلب أو القيام بزيارة. من دونه يُحفظ كلاهما بلا مكان.
permit-not-now = ليس الآن
permit-notifications = يمكن للهاتف أن ينبّهك عندما تنتظر طلبات هنا و Satchel مغلق.
permit-settings = فتح الإعدادات

## Finger or face
error-biometrics-gone = يعرف هذا الهاتف الآن أصابع أو وجوهًا أخرى، فلا يفتح Satchel إلا الرمز السري. فعّله من جديد من «المزيد».
error-biometrics-not-now = المستشعر لا يستجيب الآن. استخدم الرمز السري.
error-biometrics-not-offered = لا يميّز هذا الهاتف الأصابع أو الوجوه بأمان كافٍ. الرمز السري يفتح Satchel.
error-biometrics-put-aside = لم يُفعَّل شيء: أُغلق السؤال.
presence-end = استخدام الرمز السري فقط
presence-nobody-text = لا يعرف الهاتف أي إصبع أو وجه بعد. أضف واحدًا في إعدادات الهاتف ثم عد إلى هنا.
presence-off = غير مفعّل
presence-on = مفعّل
presence-on-text = يفتح Satchel إصبع أو وجه يعرفه هذا الهاتف. والرمز السري يفتحه دائمًا أيضًا.
presence-open = استخدام الإصبع أو الوجه
presence-pin-hint = اكتب رمزك السري لتفعيله
presence-question = فتح Satchel
presence-title = الإصبع أو الوجه
presence-use-pin = استخدام الرمز السري
## الفريق، للمشرفين.

team-title = الفريق
team-text = زيارات مندوبيك وطلباتهم ومهامهم
team-map = خريطة الزيارات
team-map-nearer = تقريب
team-map-farther = إبعاد
team-before = الأيام السابقة
team-after = الأيام التالية
team-filter = ما يُعرض
team-filter-show = عرض
team-from = من
team-until = إلى
team-days = { $from } – { $until }
team-days-turned = اليوم الأول بعد اليوم الأخير.
team-territory = المنطقة
team-customer = العميل
team-reps = المندوبون
team-everyone = الجميع
team-visits = { $count ->
    [zero] لا زيارات
    [one] زيارة واحدة
    [two] زيارتان
    [few] { $count } زيارات
   *[other] { $count } زيارة
}
team-flagged = { $count ->
    [zero] لا زيارات للمراجعة
    [one] زيارة واحدة للمراجعة
    [two] زيارتان للمراجعة
    [few] { $count } زيارات للمراجعة
   *[other] { $count } زيارة للمراجعة
}
team-as-of = حتى { $time }
team-figures = الأرقام
team-failed = تعذّر عرض الفريق
team-none = لا زيارات هنا
team-none-text = تظهر زيارات مندوبيك هنا بعد أن تصل هواتفهم وهذا الهاتف إلى المكتب. قد توجد زيارات في يوم آخر أو بتصفية أخرى.
team-first = الأولى
team-last = الأخيرة
team-minutes = { $minutes } د
team-hours = { $hours } س { $minutes } د
team-still-there = { $time } – بلا تسجيل خروج
team-planned = مخطط لها
team-unplanned = غير مخطط لها
team-no-order = بلا طلب
team-flag-far = سُجّل الوصول على بُعد { $distance } من العميل
team-flag-simulated = موقع مزيّف
team-flag-clock-back = { $count ->
    [one] أُخّرت الساعة { $minutes } دقيقة
    [two] أُخّرت الساعة { $minutes } دقيقة
    [few] أُخّرت الساعة { $minutes } دقائق
   *[other] أُخّرت الساعة { $minutes } دقيقة
}
team-flag-clock-ahead = { $count ->
    [one] قُدّمت الساعة { $minutes } دقيقة
    [two] قُدّمت الساعة { $minutes } دقيقة
    [few] قُدّمت الساعة { $minutes } دقائق
   *[other] قُدّمت الساعة { $minutes } دقيقة
}
team-flag-fast = وصل بسرعة { $speed } كم/س
team-flag-changed = غُيّر السجل بعد إنشائه
team-flag-missing = سجلات سابقة لهذا السجل مفقودة
team-flag-elsewhere = السجل لا يتبع الذي قبله
team-flag-open = لم يُسجّل الخروج
team-why-far = كان الهاتف أبعد عن عنوان العميل مما يفسّره خطأ الموقع نفسه. وقد يكون العنوان خاطئًا.
team-why-simulated = أفاد الهاتف بأن تطبيقًا اختلق موقعه.
team-why-clock = الوقت المعروض والوقت المنقضي منذ تشغيل الهاتف لا يتفقان.
team-why-fast = المسافة من الزيارة السابقة أطول من أن تُقطع في الوقت بينهما.
team-why-changed = ما يعرضه الموقع يختلف عما ختمه الهاتف عند الزيارة.
team-why-missing = لكل سجل في الهاتف رقم. واحد أو أكثر قبل هذا ليس في الموقع أو لا يحق لك رؤيته.
team-why-elsewhere = كل سجل في الهاتف مرتبط بالذي قبله. هذا مرتبط بغيره.
team-why-open = بدأت الزيارة ولم تنتهِ في يومها.
team-visit = الزيارة
team-stay = عند العميل
team-plan = التقويم
team-distance = من العنوان
team-accuracy = بدقة { $metres } م
team-position = الموقع
team-sold = المبيع
team-notes = ملاحظة
team-pictures = صور
team-pictures-again = إعادة المحاولة
team-picture-large = { $name }، عرضها كبيرة
error-team-picture-offline = تصل الصورة عند توفر الإشارة.
error-team-picture-slow = الإشارة الآن أضعف من أن تصل هذه الصورة.
error-team-picture-refused = المكتب لا يعرض لك هذه الصورة.
error-team-picture-gone = لم تعد هذه الصورة لدى المكتب.
error-team-picture-none = هذا الملف ليس صورة.
error-team-picture-too-large = هذه الصورة أكبر مما يتسع له الهاتف.
team-nothing-wrong = لا شيء يبدو خاطئًا في هذه الزيارة.
team-evidence = الأدلة
team-evidence-none = لا يحتفظ الموقع بأدلة على هذه الزيارة.
team-evidence-changed = هذه الحقول لا تقول ما ختمه الهاتف:
team-check-in = الوصول
team-check-out = الخروج
team-link = السجل { $number } من الهاتف { $device }
team-clock-wrong = الساعة متقدمة { $seconds } ث عن ساعة المكتب
team-clock-right = الساعة كساعة المكتب بقدر ما هو معلوم
team-simulated-yes = الموقع مزيّف
team-simulated-no = الموقع غير مزيّف
team-simulated-unknown = لا يُعلم إن كان الموقع مزيّفًا
team-file = الزيارات
team-span = الأيام
team-span-shown = كالمعروض
team-span-days = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
   *[other] { $count } يومًا
}
team-per-day = الزيارات في اليوم
team-most = بحد أقصى { $count }
team-figure-visits = الزيارات
team-figure-days = أيام العمل الميداني
team-figure-strike = نسبة الطلب
team-figure-stay = مدة الزيارة
team-figure-on-site = عند العملاء
team-figure-flagged = للمراجعة
team-files = احفظ الزيارات بصيغة
team-coverage = عملاء تمت زيارتهم
team-alone = بلا زيارة منذ
team-unvisited = { $count ->
    [zero] زِير كل العملاء ({ $all }) خلال { $days } يومًا.
    [one] عميل واحد من { $all } لم تتم زيارته خلال { $days } يومًا.
    [two] عميلان من { $all } لم تتم زيارتهما خلال { $days } يومًا.
    [few] { $count } عملاء من { $all } لم تتم زيارتهم خلال { $days } يومًا.
   *[other] { $count } عميلًا من { $all } لم تتم زيارتهم خلال { $days } يومًا.
}
team-never = أبدًا
team-map-address = خريطة الأساس
team-map-address-help = عنوان https لمربعات الخريطة فيه {"{z}"} و{"{x}"} و{"{y}"}، أو لملف PMTiles. بدونه تظهر خريطة هذا الهاتف. يسري عند فتح الخريطة من جديد.
team-map-address-wrong = هذا ليس عنوان https لمربعات خريطة ولا لملف PMTiles.

## التقويم
calendar-agenda = قائمة
calendar-all-day-short = طوال اليوم
calendar-between = من { $from } إلى { $until }
calendar-day = يوم
calendar-day-after = اليوم التالي
calendar-day-before = اليوم السابق
calendar-hours = الساعات
calendar-look = العرض
calendar-month-after = الشهر التالي
calendar-month-before = الشهر السابق
calendar-month-close = إخفاء الشهر
calendar-month-open = عرض الشهر
calendar-more = المزيد
calendar-more-open = { $count ->
    [one] موعد آخر، عرض القائمة
    [two] موعدان آخران، عرض القائمة
    [few] { $count } مواعيد أخرى، عرض القائمة
   *[other] { $count } موعدًا آخر، عرض القائمة
}
calendar-office = الأوقات كما يعرضها هذا الهاتف. الساعة في المكتب ({ $zone }) الآن { $time }.
calendar-open-day = { $date }، عرض اليوم
calendar-unnamed = موعد بلا اسم
calendar-week = أسبوع
calendar-moved = نُقل
error-event-daily-over-days = الموعد اليومي ينتهي في اليوم الذي يبدأ فيه.
error-event-end = لا يمكن قراءة وقت الانتهاء.
error-event-ends-before-start = ينتهي قبل أن يبدأ.
error-event-no-weekday = اختر يومًا واحدًا على الأقل.
error-event-not-yours = لا يغيّر هذا الموعد إلا صاحبه.
error-event-start = حدّد متى يبدأ.
error-event-till-before-start = يتكرر حتى يوم قبل بدايته.
event-category = النوع
event-category-default = كما يحدده المكتب
event-category-event = حدث
event-category-mail = بريد إلكتروني
event-category-other = أخرى
event-day-after = اليوم التالي
event-day-before = اليوم السابق
event-delete = حذف الموعد
event-delete-ask = هل تحذف هذا الموعد؟
event-delete-series = إنه متكرر: ستُحذف جميع مراته.
event-delete-text = سيُحذف من تقويم المكتب أيضًا.
event-deleted = حُذف { $name }
event-description = ملاحظات
event-earlier = قبل 15 دقيقة
event-ends = ينتهي
event-ends-at = حتى
event-failed = تعذّرت قراءة الموعد
event-later = بعد 15 دقيقة
event-move = نقله
event-new = موعد جديد
event-not-yours = هذا الموعد يخص { $owner }، ولا يغيّره سواه.
event-office = في المكتب ({ $zone }): { $date }، { $time }
event-people = المشاركون
event-person-add = إضافة شخص
event-person-contact = جهة اتصال
event-person-customer = عميل
event-person-hint = عميل أو جهة اتصال أو عميل محتمل
event-person-lead = عميل محتمل
event-person-none = لا أحد بهذا الاسم في هذا الهاتف.
event-person-remove = إزالة { $name }
event-reminder = ذكّرني
event-repeat = التكرار
event-repeat-daily = كل يوم
event-repeat-half-yearly = كل ستة أشهر
event-repeat-monthly = كل شهر
event-repeat-never = لا يتكرر
event-repeat-quarterly = كل ثلاثة أشهر
event-repeat-weekly = كل أسبوع
event-repeat-yearly = كل سنة
event-save = حفظ الموعد
event-series = هذا الموعد متكرر، والتغيير يسري على جميع مراته.
event-starts = يبدأ
event-starts-at = الساعة
event-subject = موضوعه
event-till = يتكرر حتى
event-title = موعد
event-to-calendar = إلى التقويم
event-to-customer = فتح العميل
event-visit = مع عميل يصبح زيارة: تظهر في «اليوم».
event-weekdays = في هذه الأيام
outgoing-delete-event = حذف موعد
sync-parked-gone = حذفه المكتب في هذه الأثناء. ما غيّرته ما زال في هذا الهاتف: اسحب التغيير لتتركه، أو أدخله من جديد.
sync-parked-unrecognisable = ضاع الرد قبل أن يتعرف نظام المكتب على الطلبات. ربما وصل: تحقق هناك أولًا، ثم أرسله من جديد أو اسحبه.
field-all-day = طوال اليوم
field-repeat-till = يتكرر حتى
field-repeat-on = يتكرر
field-event-category = النوع
field-event-participants = المشاركون
field-send-reminder = تذكير
conflict-text-event = غيّرتَ أنت والمكتب الشيء نفسه. ما في التقويم هو قيمة المكتب؛ وقيمتك محفوظة هنا ويمكن إعادتها.

## الدعوات
error-event-none-in-days = لا شيء في التقويم في هذه الأيام.
error-ics-empty = لا مواعيد في هذا الملف.
error-ics-too-large = هذا الملف أكبر من أن يكون دعوة.
error-ics-unreadable = هذا الملف ليس دعوة، أو أنه ناقص.
event-from-invitation = من دعوة
event-share = مشاركة كملف تقويم
ics-note-cancelled = ألغاه المُرسل.
ics-note-rule = يتكرر بطريقة لا يعرفها المكتب: تؤخذ المرة الأولى فقط.
ics-note-short-months = في الأشهر القصيرة يكون هنا في اليوم الأخير.
ics-note-single-times = نقل المُرسل أو أضاف أو حذف { $count } من المرات المفردة؛ ولا يُحفظ ذلك.
ics-note-zone = المنطقة الزمنية «{ $zone }» غير معروفة: تؤخذ الأوقات على أنها أوقات هذا الهاتف.
invitation-add = إضافة إلى التقويم
invitation-added = أُضيف
invitation-file = اختيار ملف
invitation-text = اختر ملف الدعوة (.ics) كما يصل مع البريد.
invitation-title = دعوة

## التذكير
permit-reminders = ينبّهك الهاتف عندما يقترب موعد في تقويمك.
reminder-about = { $time } · { $subject }
reminder-at = الساعة { $time }
reminder-due = مستحقة اليوم
reminder-on = { $date }، { $time }
reminders-events = مواعيد التقويم
reminders-events-text = ما كان فيه «ذكّرني» مفعّلًا. مواعيد اليوم الكامل عند الساعة 08:00.
reminders-failed = تعذّرت قراءة الإعدادات
reminders-lead = قبل الموعد بكم
reminders-lead-day = قبل يوم
reminders-lead-hours = { $hours ->
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $hours } ساعات
   *[other] قبل { $hours } ساعة
}
reminders-lead-minutes = { $minutes ->
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $minutes } دقائق
   *[other] قبل { $minutes } دقيقة
}
reminders-meta = قبل بدء المواعيد
reminders-tasks = المهام
reminders-tasks-text = عند الساعة 08:00 من يوم استحقاقها.
reminders-title = التذكير

## الطرق المسجلة
track-recording = يجري تسجيل الطريق إلى زيارتك التالية
track-waiting = يُسجَّل الطريق بين زياراتك، ولكن ليس الآن.
track-title = الطرق المسجلة
track-what = تسجل شركتك الطريق بين الزيارات: من مغادرة عميل حتى الوصول إلى العميل التالي في اليوم نفسه.
track-when = فقط ما دام Satchel معروضًا على الشاشة. وما سُجل بعد آخر زيارة في اليوم يُحذف ولا يُرسل إلى أي مكان.
track-who = يصل إلى المكتب مع الزيارة التي يؤدي إليها، ويراه المشرفون هناك خطًا على الخريطة.

## ملفات مختارة
restore-choose = اختيار الملف
courier-choose = اختيار الإيصال
error-file-chosen = تعذّرت قراءة هذا الملف. اختر غيره أو اكتب مكانه.
