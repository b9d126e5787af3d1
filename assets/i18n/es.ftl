# Las palabras de Satchel en español. Las mismas claves y argumentos que en.ftl.

## Partes
part-back = Volver
part-clear = Borrar
part-close = Cerrar
part-decimal-mark = Coma decimal
part-delete-digit = Borrar la última cifra
part-one-less = Uno menos
part-one-more = Uno más
part-open-keypad = { $figure }, abrir el teclado
part-undo = Deshacer

## Barra
dock-name = Principal
dock-today = Hoy
dock-orders = Pedidos
dock-scan = Escanear
dock-tasks = Tareas
dock-more = Más
dock-needs-hand = { $count ->
    [one] { $count } necesita ayuda
   *[other] { $count } necesitan ayuda
}

## Líneas del pedido
line-free = Gratis
line-quantity-of = Cantidad de { $name }
line-remove = Quitar esta línea
line-unit = Unidad
line-was = antes { $price }
line-why = ¿Por qué { $price }?

## PIN
pin-done = Listo
pin-entered = { $count ->
    [one] { $count } cifra introducida
   *[other] { $count } cifras introducidas
}
pin-pad = Teclado del PIN

## Firma
signature-empty = Aún sin firma
signature-name = Firma
signature-optional = (opcional)
signature-there = Firmado

## Números
format-kilometres = { $figure } km
format-metres = { $figure } m
format-percent = { $figure } %

## Fechas
date-today = Hoy
date-yesterday = Ayer
date-tomorrow = Mañana
date-long = { $weekday } { $day } de { $month }
date-short = { $weekday } { $day } { $month }
date-day = { $day } { $month }
date-day-year = { $day } { $month } { $year }
date-month-year = { $month } de { $year }
date-weekday-1 = lunes
date-weekday-2 = martes
date-weekday-3 = miércoles
date-weekday-4 = jueves
date-weekday-5 = viernes
date-weekday-6 = sábado
date-weekday-7 = domingo
date-weekday-short-1 = lun
date-weekday-short-2 = mar
date-weekday-short-3 = mié
date-weekday-short-4 = jue
date-weekday-short-5 = vie
date-weekday-short-6 = sáb
date-weekday-short-7 = dom
date-month-1 = enero
date-month-2 = febrero
date-month-3 = marzo
date-month-4 = abril
date-month-5 = mayo
date-month-6 = junio
date-month-7 = julio
date-month-8 = agosto
date-month-9 = septiembre
date-month-10 = octubre
date-month-11 = noviembre
date-month-12 = diciembre
date-month-short-1 = ene
date-month-short-2 = feb
date-month-short-3 = mar
date-month-short-4 = abr
date-month-short-5 = may
date-month-short-6 = jun
date-month-short-7 = jul
date-month-short-8 = ago
date-month-short-9 = sep
date-month-short-10 = oct
date-month-short-11 = nov
date-month-short-12 = dic

## Estados
state-booked = Registrado
state-checking = Comprobando
state-draft = Borrador
state-needs-hand = Necesita ayuda
state-sending = Enviando
state-waiting = En espera
state-withdrawn = Retirado

## Clientes
customers-title = Clientes
customers-search = Buscar un cliente
customers-search-hint = Nombre, calle o teléfono
customers-new = Nuevo
customers-new-long = Cliente nuevo
customers-order = Ordenar clientes
customers-nearby = Cerca
customers-by-name = De la A a la Z
customers-ordered = pidió el { $date }
customers-late = { $amount } de retraso
customers-failed = No se pudieron leer los clientes
customers-no-position = Satchel no sabe dónde está
customers-none-found = Nadie coincide
customers-none-found-text = Pruebe con las primeras letras del nombre, la calle o el teléfono.
customers-none = Sus clientes estarán aquí
customers-none-text = Anota el primero ahora, con o sin señal.

## Antigüedad de existencias y precios

ages-old = Esto es más antiguo de lo que permite su empresa
ages-old-text = { $ages }. Busque señal antes de prometer un precio o una cantidad; se pueden seguir tomando pedidos.
ages-prices = Precios de { $time }
ages-stock = Existencias de { $time }

## Agenda
agenda-after = Semana siguiente
agenda-all-day = Todo el día
agenda-before = Semana anterior
agenda-call = Llamada
agenda-day = { $count ->
    [one] { $date }, { $count } cita
   *[other] { $date }, { $count } citas
}
agenda-entries = { $count ->
    [one] { $count } cita
   *[other] { $count } citas
}
agenda-failed = No se pudo leer la agenda
agenda-meeting = Reunión
agenda-nothing = Nada previsto
agenda-nth = día { $nth } de { $count }
agenda-repeats = Se repite
agenda-title = Agenda
agenda-today = Hoy, { $date }
agenda-visit = Visita
agenda-week = Semana { $week }

## Catálogo
catalogue-added = { $name } añadido
catalogue-all-brands = Todas las marcas
catalogue-brand = Marca
catalogue-failed = No se pudo leer el catálogo
catalogue-filters = Filtrar la lista
catalogue-groups = Grupos de artículos
catalogue-in-van = En la furgoneta
catalogue-none = Todavía no hay artículos
catalogue-none-found = Nada coincide
catalogue-none-found-text = Pruebe con las primeras letras de las palabras, el código o el código de barras.
catalogue-none-text = Los artículos aparecen aquí cuando la oficina los envía a este teléfono.
catalogue-review = Revisar pedido
catalogue-search = Buscar artículo por nombre, código o código de barras
catalogue-search-hint = Nombre, código o barras
catalogue-show-all = Mostrar todo
catalogue-title = Catálogo

## Cliente
customer-call = Llamar
customer-change = Cambiar este cliente
customer-change-save = Guardar el cambio
customer-contacts = Contacto y dirección
customer-credit-left = Crédito restante
customer-credit-of = de { $amount }
customer-days-late = { $count ->
    [one] { $count } día de retraso
   *[other] { $count } días de retraso
}
customer-failed = No se pudo leer el cliente
customer-go-on = Seguir con el borrador
customer-last-order = Último pedido
customer-lines = { $count ->
    [one] { $count } línea
   *[other] { $count } líneas
}
customer-local = Nuevo, espera a la oficina
customer-mail = Correo
customer-map = Mapa
customer-new-order = Pedido nuevo
customer-no-orders = Todavía no hay pedidos
customer-order-again-of = Repetir el pedido { $number }
customer-order-usual = Pedir lo de siempre
customer-orders = Últimos pedidos
customer-owes = Debe
customer-prices = Precios { $list }
customer-title = Cliente
customer-usual = Suele comprar

## Cliente nuevo
error-field-email = Eso no es una dirección de correo
error-field-missing = Esto hace falta
error-field-phone = Eso no es un teléfono
error-field-too-long = Aquí caben como máximo 140 caracteres
new-customer-city = Ciudad
new-customer-contact = Persona de contacto
new-customer-default = El valor del sitio
new-customer-group = Grupo de clientes
new-customer-here = Usar dónde estoy
new-customer-here-taken = Lugar anotado
new-customer-here-unknown = Este teléfono aún no sabe dónde está. El cliente se puede guardar igualmente.
new-customer-look = { $count ->
    [one] { $count } campo pide una mirada
   *[other] { $count } campos piden una mirada
}
new-customer-mail = Correo electrónico
new-customer-name = Nombre
new-customer-phone = Teléfono
new-customer-pincode = Código postal
new-customer-save = Guardar cliente
new-customer-street = Calle y número
new-customer-tax-id = Número fiscal
new-customer-territory = Territorio

## Artículos y existencias
item-add = Añadir uno de { $name }
item-add-more = { $figure } de { $name } en el pedido, añadir uno más
item-add-one = Añadir { $unit }
item-failed = No se pudo leer el artículo
item-in-order = { $figure } en el pedido
item-list-prices = Precios de lista. Lo que paga un cliente aparece con un pedido abierto.
item-no-price = Sin precio
item-no-stock-kept = No se lleva existencia de esto.
item-sold-from = Se vende desde aquí
item-stock = Existencias
item-title = Artículo
item-units = Unidades y precios
stock-elsewhere = No está en la furgoneta · { $elsewhere } en almacén
stock-none = Ni en furgoneta ni en almacén
stock-van = Furgoneta { $here }
stock-van-low = Furgoneta { $here } · poco
stock-van-part = Furgoneta menos de 1 · poco

## Escanear
scan-counted = Leídos para este pedido
scan-add = Añadir para { $customer }
scan-empty = Escanee o escriba un código
scan-empty-text = La cámara añade artículo tras artículo. Un lector que funciona como teclado escribe aquí solo.
scan-expired = { $name } se ha añadido, pero este envase caducó el { $day }.
scan-field = Código de barras o de artículo
scan-for = Escanear para este pedido
scan-hint = Código
scan-in-order = { $quantity } en el pedido
scan-no-draft = No hay ningún pedido abierto. Empiece uno desde un cliente para añadirlo.
scan-note = Anotarlo en el pedido
scan-note-line = Código sin artículo: { $code }
scan-noted = Anotado en el pedido
scan-search = Buscar
scan-title = Escanear
scan-to-order = Ir al pedido · { $amount }
scan-unknown = No está en el catálogo
scan-unknown-code = Ningún artículo de este teléfono tiene el código { $code }. No se añadió nada.
scan-unknown-text = No se ha añadido nada. Busque por nombre o indique el código a la oficina en la nota de un pedido.
scan-warehouse = { $warehouse }: { $figure }

## Tareas
tasks-days-late = { $count ->
    [one] { $count } día de retraso
   *[other] { $count } días de retraso
}
tasks-done = { $percent } % hecho
tasks-failed = No se pudieron leer las tareas
tasks-late = Atrasadas
tasks-later = Más tarde
tasks-next = Próximos 7 días
tasks-none = No hay tareas abiertas
tasks-none-text = Las tareas de sus proyectos aparecen aquí con su fecha.
tasks-open = Sin fecha
tasks-priority-high = Alta
tasks-priority-urgent = Urgente
tasks-title = Tareas

## Una tarea
error-app-timer-forgotten = El cronómetro lleva { $hours } horas en marcha. Diga cuánto fue en realidad.
error-app-timer-runs = El cronómetro está en marcha en «{ $task }». Deténgalo allí primero.
error-task-after-project = La tarea queda después del fin de su proyecto, { $date }. La oficina fija ambas fechas.
error-task-completed-on = Una tarea no puede terminarse en un día futuro. Revise el reloj de este teléfono.
error-task-dependency-open = Primero hay que terminar «{ $task }»: esta tarea la espera.
error-task-end-after-parent = La tarea termina después de la tarea de la que forma parte, { $date }. La oficina fija ambas fechas.
error-task-end-before-start = La tarea termina antes de empezar. La oficina fija ambos días.
error-task-progress = El avance es como máximo el 100 %.
error-task-status = La oficina no conoce el estado «{ $status }».
task-activity = Tipo de trabajo
task-add-note = Añadir nota
task-add-photo = Añadir foto
task-apart = Informado sin saber del informe anterior. Vale el más avanzado; se guardan los dos.
task-by-hand = A mano
task-cancel = Cancelar esta tarea
task-cancel-text = Cuenta como cerrada y puede retomarse.
task-checked = { $done } de { $all }
task-checklist = Lista de control
task-complete = Terminar tarea
task-complete-log = Terminar tarea · anotar { $time }
task-completed-on = terminada { $date }
task-completed-today = terminada hoy
task-description = Qué hay que hacer
task-due = para { $date }
task-due-today = para hoy
task-failed = No se pudo leer la tarea
task-forgotten = ¿Olvidado? Se pregunta al parar.
task-forgotten-drop = No anotar nada
task-forgotten-text = El cronómetro corre desde el { $date }, { $time }. ¿Cuánto duró el trabajo?
task-forgotten-title = El cronómetro quedó en marcha
task-history = Lo informado
task-hours = Horas trabajadas
task-hours-day = Día
task-hours-from = Desde
task-hours-help = Como 1,5 para una hora y media
task-hours-long = Cuánto tiempo, en horas
task-hours-missing = Diga cuánto tiempo
task-hours-note = Qué se hizo
task-hours-save = Anotar { $time }
task-hours-wrong = De un minuto a 24 horas
task-more = Más
task-no-history = Aún no se ha informado nada.
task-note = Nota
task-note-keep = Guardar esta nota
task-note-title = Nota de esta tarea
task-photos = Fotos y firmas
task-progress = Avance
task-project-own = Proyecto { $percent }, según este teléfono
task-project-share = Proyecto { $percent }
task-said-note = Nota
task-sign = Firmar
task-sign-keep = Guardar esta firma
task-sign-title = Firma el cliente
task-since = En marcha desde { $time }
task-start = Iniciar
task-starts = Desde { $date }
task-status = Estado
task-status-template = Plantilla
task-stop = Parar
task-take-up = Retomar
task-time = Tiempo en este teléfono
task-title = Tarea
task-to-review = A revisión
task-unknown-here = No está en este teléfono
task-waits-for = Espera a
task-waits-open = { $count } sin terminar
tasks-blocked = Bloqueada
tasks-by-due = Fecha
tasks-by-priority = Prioridad
tasks-by-project = Proyectos
tasks-no-project = Sin proyecto
tasks-none-over = Ninguna cerrada
tasks-none-over-text = Las tareas terminadas en este teléfono aparecen aquí.
tasks-order = Orden de las tareas
tasks-over = Hechas
tasks-priority-low = Baja
tasks-priority-medium = Media
tasks-timed = En tiempo
tasks-waits-for = Espera a «{ $task }»

## Primer uso
welcome-first = Primero vender.
welcome-second = Luego la señal.
welcome-text = Los pedidos, visitas y tareas quedan a salvo en este teléfono, con o sin señal.
welcome-demo = Mirar primero
welcome-demo-text = Una empresa de demostración, solo en este teléfono
settings-language = Idioma
welcome-code-text = Con un código de la oficina
welcome-restore-text = De otro teléfono o de este mismo

## Desbloqueo
pin-again = Escríbelo otra vez
pin-choose = Elija un PIN
pin-choose-text = Protege lo que se guarda en este teléfono.
pin-differs = Ese PIN era otro. Empiece de nuevo.
pin-length = De 4 a 12 cifras
pin-making = Preparando la empresa de demostración…
unlock-hint = Escriba su PIN
unlock-none = Aquí no hay ningún perfil
unlock-none-text = No se puede leer la carpeta de los perfiles. No se ha cambiado nada en ella.
unlock-switch = Cambiar de usuario
unlock-wait-minutes = { $count ->
    [one] PIN incorrecto. Pruebe de nuevo en un minuto.
   *[other] PIN incorrecto. Pruebe de nuevo en { $count } minutos.
}
unlock-wait-seconds = { $count ->
    [one] PIN incorrecto. Pruebe de nuevo en un segundo.
   *[other] PIN incorrecto. Pruebe de nuevo en { $count } segundos.
}
pin-changing = Cambiando el PIN…
pin-now = Su PIN actual
pin-now-hint = Después elija otro

## Números escritos
error-entry-empty = Escriba un número
error-entry-negative = No puede ser menor que 0
error-entry-not-a-number = Eso no es un número
error-entry-not-whole = Esta unidad solo admite números enteros
error-entry-over-100 = No puede pasar del 100 %
error-entry-too-large = Ese número es demasiado grande
error-entry-too-long = Ese número es demasiado largo
error-entry-too-many-decimals = Aquí caben como máximo { $decimals } decimales
error-entry-unfinished = Escriba un número
error-entry-zero = Tiene que ser mayor que 0

## Errores
error-app-stopped = Se ha interrumpido. No se ha perdido nada guardado; inténtalo de nuevo.
error-pin-wrong = Ese PIN no es correcto
error-pin-too-short = Un PIN tiene al menos 4 cifras
error-pin-too-long = Un PIN tiene como mucho 12 cifras
error-pin-not-digits = Un PIN solo tiene cifras
error-pin-wait = Todavía no se acepta un PIN. Espere un poco.
error-app-visit-open = Sigues registrado en { $customer }. Registra antes la salida.
error-key-derivation = No se pudo usar el PIN: hay poca memoria libre. Cierre otras apps e inténtelo de nuevo.
error-key-store-damaged = La clave de este perfil está dañada en este teléfono. Restaura una copia de seguridad.
error-key-store-folder = No se puede usar la carpeta de las claves. Compruebe que el teléfono deja escribir a Satchel e inténtelo de nuevo.
error-key-store-misused = No se pudo guardar la clave. Avisa a la oficina.
error-key-store-not-found = La clave de este perfil no está en este teléfono. Restaura una copia de seguridad.
error-key-store-unavailable = El teléfono no entrega ahora sus claves. Desbloquea el teléfono e inténtalo de nuevo.
error-no-randomness = El teléfono no dio números aleatorios. Reinícialo.
error-profile-damaged = No se puede leer la ficha de este perfil. Sus datos están intactos; restaura una copia de seguridad o avisa a la oficina.
error-profile-key-lost = Este perfil viene de otro teléfono y aquí no tiene clave. Restáuralo de una copia de seguridad.
error-profile-missing = Ese perfil ya no está en este teléfono
error-profiles-folder = No se puede leer la carpeta de los perfiles. Compruebe que el teléfono deja a Satchel leer y escribir en ella e inténtelo de nuevo.
error-store-bad-input = Algo no se pudo leer y no se guardó. Lo guardado antes está intacto.
error-store-closed = El perfil se bloqueó entretanto. Desbloquéalo e inténtalo de nuevo.
error-store-damaged = La base de datos está dañada. Abra de nuevo el perfil con su PIN: se salva lo que se pueda leer y no se tira nada.
error-store-disk-full = El teléfono está lleno. Libera espacio e inténtalo de nuevo; lo guardado está a salvo.
error-store-failed = El teléfono no guardó eso. Lo guardado antes está a salvo; inténtalo de nuevo.
error-store-in-use = Este perfil está abierto en otra ventana. Ciérrala primero.
error-store-newer = Esto lo escribió un Satchel más nuevo. Actualiza la app; no se cambió nada.
error-store-no-device-code = Este teléfono no tiene código de dispositivo y no puede numerar recibos. Pida un código nuevo a la oficina.
error-store-not-allowed = Eso ya no es posible: el pedido ha avanzado
error-store-not-found = Eso ya no está en este teléfono
error-store-read-only = Satchel no puede escribir en su carpeta. Devuélvele el permiso e inténtalo de nuevo; no se cambió nada.
error-app-demo = No se pudo preparar la empresa de demostración. No se cambió nada.
error-app-empty-order = Este pedido aún está vacío
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
    }: falta, es demasiado largo o así no puede ser
error-app-masters = Los datos de la oficina no sirven para los precios. Avise a la oficina; sus pedidos están a salvo.
error-app-no-price = { $item } no tiene precio. Escriba uno o quítelo.
error-app-not-found = Eso no está en este teléfono ({ $what })
error-app-randomness = El teléfono no dio números aleatorios. Reinícialo.
error-app-unreadable = Algo guardado en este teléfono no se puede leer ({ $what }). No se cambió nada.
error-backup-code-used = Ese código de dispositivo ya numeró recibos. Pida otro a la oficina.
error-backup-foreign = Este archivo no es una copia de seguridad de Satchel
error-backup-last-receipt = Ese último número de recibo no encaja con esta copia
error-backup-newer = Un Satchel más nuevo hizo esta copia. Actualiza primero la app.
error-backup-passphrase = Esa frase secreta no abre este archivo
error-backup-torn = El archivo está dañado o incompleto. Cópialo de nuevo o usa otro.
error-boot-no-folder = El teléfono no da a Satchel una carpeta donde guardar nada. Inícialo con --data y una carpeta.
error-passphrase-too-short = Una frase secreta tiene al menos 8 caracteres

## Franja
strip-nothing = Nada espera para enviarse
strip-booked = Todo registrado · { $time }
strip-orders = { $count ->
    [one] Esperando señal · { $count } pedido a salvo en este teléfono
   *[other] Esperando señal · { $count } pedidos a salvo en este teléfono
}
strip-others = { $count ->
    [one] Esperando señal · { $count } registro a salvo en este teléfono
   *[other] Esperando señal · { $count } registros a salvo en este teléfono
}
strip-both = { $orders ->
    [one] Esperando señal · { $orders } pedido y { $others } más a salvo en este teléfono
   *[other] Esperando señal · { $orders } pedidos y { $others } más a salvo en este teléfono
}
strip-hand = { $count ->
    [one] { $count } pedido necesita ayuda
   *[other] { $count } pedidos necesitan ayuda
}
strip-hand-waiting = { $count ->
    [one] { $count } pedido necesita ayuda · { $waiting } esperando señal
   *[other] { $count } pedidos necesitan ayuda · { $waiting } esperando señal
}

## Hoy
today-all-day = Todo el día
today-all-done = Todas las visitas hechas
today-all-done-text = El plan del día está cumplido. Lo que aún vendas también cuenta.
today-calendar = Calendario
today-customers = Clientes
today-draft = { $count ->
    [one] Borrador · { $count } línea, { $day } { $time }
   *[other] Borrador · { $count } líneas, { $day } { $time }
}
today-events = También hoy
today-failed = No se pudo leer el día
today-free = Hoy no hay visitas planificadas
today-free-text = Vende a quien se presente, o busca un cliente cercano.
today-late = Atrasada, { $day }
today-new-order = Nuevo pedido
today-of = { $done } de { $all }
today-office-said = Oficina:
today-owes = Debe { $amount }, vencido
today-pick-up = Retomar
today-planned = Siguientes hoy
today-progress = { $done } de { $all } visitas hechas
today-search = Buscar un cliente
today-so-far = El día hasta ahora
today-sold-in = { $count ->
    [0] nada vendido todavía
    [one] vendido en { $count } pedido
   *[other] vendido en { $count } pedidos
}
today-tasks = Tareas para hoy
today-then = Después
today-title = Hoy
today-until = hasta { $time }
today-usually = Suele { $amount }
today-usually-between = Suele { $low } a { $high }
today-visits = { $count ->
    [one] visita
   *[other] visitas
}

## Visitas
visit-call = Llamar
visit-check-in = Registrar llegada
visit-check-out = Registrar salida
visit-directions = Cómo llegar
visit-picture = Hacer foto
visit-pictures = { $count ->
    [one] una foto
   *[other] { $count } fotos
}
visit-here-since = Aquí desde { $time }

## Una visita y la ruta del día
customer-visits = Visitas
route-anew = Ordenar por mí
route-by-hand = En el orden que eligió para hoy.
route-by-plan = Ordenada por horas acordadas y distancia.
route-carry = Llevar { $customer } a otro lugar
route-down = Bajar { $customer }
route-late = Llegada hacia las { $time }, tarde
route-maps = Abrir en mapas
route-moved = { $customer } es ahora { $place } de { $count }
route-none = No quedan paradas hoy
route-none-text = Las visitas planeadas en el calendario están aquí, en el orden del camino.
route-stops = { $count ->
    [one] una parada
   *[other] { $count } paradas
}
route-straight = Las distancias son en línea recta. Los caminos son más largos.
route-title = Ruta del día
route-total = { $distance } en total
route-up = Subir { $customer }
today-missed = No hechas
today-missed-at = Planeada: { $day } { $time }
today-missed-day = Planeada: { $day }
today-near = Un cliente cerca
today-near-away = a { $distance }
today-near-planned = planeada para hoy
today-past = Pasó la hora
today-route = Ruta del día
visit-accuracy = con precisión de { $distance }
visit-arrived = Llegada
visit-away = a { $distance } de la dirección
visit-broken-changed = Este registro se cambió después de hacerse: ya no coincide con su sello.
visit-broken-elsewhere = Este registro no sigue al anterior de su teléfono.
visit-broken-missing = Faltan registros anteriores a este.
visit-customer = Cliente
visit-failed = No se pudo leer la visita
visit-files = Fotos y firma
visit-from-until = { $day } { $from } a { $until }
visit-goes-on = Aquí ahora
visit-happened = Qué pasó
visit-left = Salida
visit-link = { $end } · registro { $number } de { $device }
visit-missed = No hecha
visit-note = Nota
visit-note-label = Lo que vale la pena recordar
visit-order = Pedido de { $amount }
visit-photo = Foto
visit-place = Lugar
visit-planned = Planeada
visit-planned-for = Planeada para las { $time }
visit-record = Registro
visit-record-none = Esta visita se hizo antes de que las visitas se sellaran.
visit-record-whole = Sellado y sin cambios. Cada registro lleva el sello del anterior.
visit-sign = Pedir la firma
visit-sign-keep = Guardar la firma
visit-signed = Firmado por el cliente
visit-simulated = Una aplicación del teléfono inventó esta posición.
visit-task = Tarea, { $percent } % hecha
visit-time = { $minutes ->
    [one] Un minuto de trabajo anotado
   *[other] { $minutes } minutos de trabajo anotados
}
visit-title = Visita
visit-unplanned = Sin planear

## En camino
sync-backup = Hacer una copia de seguridad
sync-failed = No se pudo leer lo que espera
sync-look = Verlo
sync-none-text = Los pedidos, visitas y clientes nuevos quedan aquí hasta que la oficina los tenga.
sync-things = { $count ->
    [one] { $count } registro
   *[other] { $count } registros
}
sync-title = En camino

## Más
more-add-demo = Añadir la empresa de demostración
more-backup-text = Un archivo cifrado con todo
more-catalogue = Catálogo
more-device = { $device } · { $items } artículos en este teléfono
more-lock = Bloquear ahora
more-look = Aspecto e idioma
more-phone = Este teléfono
more-pin = Cambiar el PIN
more-switch-text = Bloquea; otra persona escribe su PIN
more-users = Usuarios de este teléfono
more-users-text = Cambiar o añadir

## Ajustes
settings-size-double = El doble
settings-size-large = Grande
settings-size-larger = Un poco mayor
settings-size-largest = Muy grande
settings-size-standard = Estándar
settings-text-size = Tamaño del texto
settings-theme = Claro y oscuro
settings-theme-dark = Oscuro
settings-theme-light = Claro
settings-theme-system = Como el teléfono

## Acerca de
about-libraries = Bibliotecas de Rust
about-text = Pedidos, visitas y tareas sin red, para ERPNext. Lo que escribes queda en este teléfono, cifrado, hasta que la oficina lo tenga.
about-title = Acerca de Satchel
about-version = Satchel { $version }
about-works = Gracias al trabajo de

## Copia de seguridad
backup-title = Copia de seguridad
backup-again = La frase secreta otra vez
backup-differs = Esa era otra frase secreta
backup-done = Listo
backup-file = Archivo
backup-made = La copia de seguridad está hecha
backup-made-text = { $count ->
    [0] Todo está en ella. Solo su frase secreta la abre.
    [one] Todo está en ella, con { $count } registro que espera. Solo su frase secreta la abre.
   *[other] Todo está en ella, con { $count } registros que esperan. Solo su frase secreta la abre.
}
backup-made-where = Guárdala fuera de este teléfono:
backup-making = Haciendo la copia de seguridad…
backup-passphrase = Frase secreta
backup-passphrase-help = Al menos 8 caracteres; mejor varias palabras. Sin ella nadie abre la copia.
backup-text = Un archivo cifrado con todo este perfil: pedidos que esperan, borradores, visitas, clientes, precios.

## Unidades
unit-of = { $unit } { $figure }
unit-nos = Unidad
unit-nos-count = { $count ->
    [one] { $figure } unidad
   *[other] { $figure } unidades
}
unit-bottle = Botella
unit-bottle-count = { $count ->
    [one] { $figure } botella
   *[other] { $figure } botellas
}
unit-box = Caja
unit-box-count = { $count ->
    [one] { $figure } caja
   *[other] { $figure } cajas
}
unit-case = Bulto
unit-case-count = { $count ->
    [one] { $figure } bulto
   *[other] { $figure } bultos
}
unit-layer = Capa
unit-layer-count = { $count ->
    [one] { $figure } capa
   *[other] { $figure } capas
}
unit-pack = Paquete
unit-pack-count = { $count ->
    [one] { $figure } paquete
   *[other] { $figure } paquetes
}
unit-pallet = Palé
unit-pallet-count = { $count ->
    [one] { $figure } palé
   *[other] { $figure } palés
}

## Pedidos
orders-all = Todos
orders-day-sum = { $amount } en { $count }
orders-drafts = Borradores
orders-failed = No se pudieron leer los pedidos
orders-lines = { $count ->
    [one] { $count } línea
   *[other] { $count } líneas
}
orders-new = Nuevo pedido
orders-none = Aquí estarán sus pedidos
orders-none-text = Tome el primero ahora, con o sin señal. Queda en este teléfono hasta que la oficina lo tenga.
orders-none-booked = Aún no hay nada registrado
orders-none-booked-text = Un pedido llega aquí cuando la oficina lo tiene.
orders-none-drafts = Ningún pedido a medias
orders-none-drafts-text = Un pedido que deje sin hacer espera aquí, guardado con cada cambio.
orders-none-found = Ningún pedido coincide
orders-none-found-text = Pruebe con el cliente, el número del recibo o el de la oficina.
orders-none-hand = Nada necesita atención
orders-none-hand-text = Un pedido que la oficina rechaza llega aquí, con las palabras de la oficina.
orders-none-waiting = Nada espera
orders-none-waiting-text = Todos los pedidos de este teléfono han llegado a la oficina.
orders-none-withdrawn = No se ha retirado nada
orders-none-withdrawn-text = Un pedido retirado antes de enviarse queda aquí con su motivo.
orders-office = Oficina:
orders-search = Buscar un pedido
orders-search-close = Cerrar la búsqueda
orders-search-hint = Cliente o número
orders-segments = Pedidos por estado
orders-title = Pedidos

## Líneas y sumas de un pedido
delivery-from = Entrega: { $date } · { $warehouse }
delivery-note = Nota
delivery-on = Entrega: { $date }
lines-counted = { $quantity } × { $rate }
sums-discount = Descuento
sums-grand = Total
sums-included = { $tax } incluido
sums-net = Neto
sums-rounding = Redondeo
sums-total = Artículos

## Detalle del pedido
booked-booked = En la oficina
booked-difference = La oficina registró otro importe
booked-draft = En la oficina como { $name }, borrador
booked-promised = En el recibo
booked-submitted = En la oficina como { $name }, presentado
order-detail-add-picture = Añadir foto
order-detail-again = Pedir de nuevo
order-detail-failed = No se pudo leer el pedido
order-detail-happened = Qué pasó
order-detail-lines = { $count ->
    [one] { $count } línea
   *[other] { $count } líneas
}
order-detail-map = Dónde se tomó
order-detail-next-checking = La respuesta de la oficina se perdió. Satchel pregunta si tiene el pedido antes de enviar nada más.
order-detail-next-hand = Queda guardado aquí y no se reenvía solo. Pida de nuevo con un cambio, pregunte a la oficina o retírelo. Nada se pierde.
order-detail-next-sending = Va camino de la oficina.
order-detail-next-waiting = A salvo en este teléfono. Espera para enviarse.
order-detail-office-says = La oficina dice
order-detail-picture-size = { $size } MB
order-detail-picture-there = En la oficina
order-detail-pictures = Fotos
order-detail-reason = ¿Por qué se retira?
order-detail-reason-help = El motivo queda con el pedido.
order-detail-reason-missing = Escriba antes un motivo
order-detail-receipt = Recibo
order-detail-signature = Firma de { $customer }
order-detail-title = Pedido
order-detail-withdraw = Retirar…
order-detail-withdraw-do = Retirar este pedido
order-detail-withdraw-title = Retirar el pedido
timeline-answer-lost = Respuesta perdida
timeline-booked = Registrado por la oficina
timeline-copied-from = Copiado de otro pedido
timeline-handed-over = En manos de un supervisor
timeline-kept = Guardado aquí, no se reenvía solo
timeline-mended = Otro pedido ocupa su lugar
timeline-other = Pasó otra cosa
timeline-placed = Hecho en este teléfono
timeline-position = posición ±{ $metres } m
timeline-position-old = posición ±{ $metres } m, de hace { $minutes } min
timeline-position-unknown = posición desconocida
timeline-postponed = Se envía más tarde
timeline-refused = No registrado
timeline-salvaged = Salvado de un archivo dañado
timeline-sending = Enviado a la oficina
timeline-sent-again = Enviado de nuevo
timeline-signed = Firmado por el cliente
timeline-submit-refused = La oficina lo tiene como borrador; sin validar
timeline-submitted = Validado
timeline-totals-differ = El total de la oficina es otro
timeline-withdrawn = Retirado

## Pedido hecho
placed-booked = La oficina ya lo tiene.
placed-failed = No se pudo leer el pedido
placed-hand = Guardado en este teléfono; necesita atención.
placed-new = Nuevo pedido
placed-open = Ver pedido
placed-sending = Camino de la oficina.
placed-title = Pedido hecho
placed-today = Volver a Hoy
placed-waiting = { $count ->
    [one] A salvo en este teléfono. Espera para enviarse.
   *[other] A salvo en este teléfono · { $count } pedidos esperan señal
}
placed-withdrawn = Se retiró.

## Recibo
receipt-failed = No se pudo hacer el recibo
receipt-label-date = Fecha
receipt-label-delivery-date = Entrega
receipt-label-discount = Descuento
receipt-label-free = gratis
receipt-label-net-total = Total neto
receipt-label-not-booked = Aún no registrado por la oficina
receipt-label-order = Pedido
receipt-label-po-no = Su pedido
receipt-label-receipt = Recibo
receipt-label-rounding = Redondeo
receipt-label-sales-person = Vendedor
receipt-label-tax-id = NIF
receipt-label-thanks = Gracias
receipt-label-total = Total
receipt-label-total-qty = Cantidad
receipt-name = Recibo { $number }

## Revisión
review-edit = Editar
review-failed = No se pudo leer el pedido
review-gone = Esto ya no es un borrador
review-gone-text = Se hizo o se descartó. Los pedidos hechos están en Pedidos.
review-more = { $count ->
    [one] { $count } línea más, { $amount }
   *[other] { $count } líneas más, { $amount }
}
review-not-placed = No se hizo. El borrador sigue aquí.
review-place = Hacer pedido · { $amount }
review-provisional = El precio aún puede cambiar
review-refused = La oficina rechazaría este pedido
review-title = Revisión
review-works-offline = Funciona sin señal. El número del recibo llega al momento.
## Pedido
line-set-price = Poner precio
order-add = Añadir un artículo por nombre, código o código de barras
order-add-first = Añada artículos para revisar
order-add-hint = Añadir por nombre o código
order-added = { $name } añadido
order-again = Repetir pedido
order-again-of = { $date } · { $amount }
order-amount = Importe
order-and-free = más { $quantity } { $name } gratis
order-coupon = Cupón
order-coupon-label = Código del cupón
order-coupon-remove = Quitar
order-coupon-use = Usar este cupón
order-customer = Cliente
order-delivery = Fecha de entrega
order-delivery-other = Otro día
order-discard = Descartar este borrador
order-discarded = El borrador está en la papelera
order-discarded-text = Se queda allí 30 días. Recupéralo si fue sin querer.
order-discount = Descuento
order-discount-all = Descuento del pedido
order-discount-kind = Porcentaje o importe
order-discount-of = Descuento { $figure }
order-discount-remove = Quitar el descuento
order-each = { $rate } cada uno
order-empty = ¿Qué va a ser?
order-empty-text = Escriba un nombre o escanee un código abajo. Cada cambio se guarda en este teléfono.
order-facts = Sobre este pedido
order-failed = No se pudo abrir el pedido
order-free-order = gratis con este pedido
order-free-with = gratis con { $quantity }
order-give-discount = Dar este descuento
order-lines = { $count ->
    [one] { $count } línea
   *[other] { $count } líneas
}
order-more = Más sobre este pedido
order-no-price = Sin precio en este teléfono
order-not-yet = Aún no se puede hacer
order-note = Nota
order-note-done = Guardar esta nota
order-note-help = Va a la oficina con el pedido
order-note-label = Nota para la oficina
order-note-there = Nota escrita
order-percent = Porcentaje
order-price-missing = { $count ->
    [one] { $count } línea sin precio
   *[other] { $count } líneas sin precio
}
order-provisional = Este precio aún puede cambiar
order-rate-remove = Quitar el precio
order-rate-sub = Su precio para este pedido
order-rate-unit = { $currency } por { $unit }
order-refused = La oficina no lo aceptaría
order-removed = { $name } quitado
order-restore = Recuperar
order-review = Revisar pedido
order-safe = a salvo en este teléfono
order-saves = ahorra { $amount }
order-scan = Escanear artículos
order-set-price = Poner este precio
order-set-quantity = Poner { $quantity }
order-stock = Furgoneta { $here } · { $elsewhere } en almacén
order-stock-short = { $count ->
    [one] Hay { $here } en la furgoneta, falta uno
   *[other] Hay { $here } en la furgoneta, faltan { $short }
}
order-stock-short-store = { $count ->
    [one] Hay { $here } en la furgoneta, falta uno · { $elsewhere } en almacén
   *[other] Hay { $here } en la furgoneta, faltan { $short } · { $elsewhere } en almacén
}
order-summary = { $lines } · neto { $net } · impuesto { $tax }
order-tax-template = Impuestos
order-tax-template-by-rule = Según las reglas
order-title = Pedido
order-total = Total
order-totals = Totales
order-type-quantity = Escriba la cantidad
order-unit-holds = { $unit } = { $quantity }
order-unit-of = Unidad de { $name }
order-usual = { $count ->
    [one] Su cesta habitual · { $count } artículo
   *[other] Su cesta habitual · { $count } artículos
}
order-warehouse = Almacén
order-why-total = ¿Por qué este total?
order-your-discount = Su descuento { $figure }
order-your-price = Su precio

## Por qué
why-by-rules = { $figure } por { $rules }
why-keep = Dejar { $price }
why-not-used = Visto, no usado
why-own-price = { $list }, hecho para este cliente
why-price-batch = para un lote
why-price-customer-price-first = el precio del cliente va primero
why-price-expired = ya no vale
why-price-later-price-first = un precio posterior va primero
why-price-not-yet-valid = aún no vale
why-price-of = Precio { $rate }
why-price-other-price-list = otra lista de precios
why-price-other-uom = otra unidad
why-price-own-price-first = el precio del propio artículo va primero
why-price-packing-unit = no completa el embalaje
why-rule-amount = importe no alcanzado
why-rule-applied = aplicado
why-rule-applied-on-other = dado en otra línea
why-rule-checks-only = solo comprueba
why-rule-condition-false = su condición no se cumple
why-rule-condition-unknown = solo lo sabe la oficina
why-rule-coupon = necesita un cupón
why-rule-later-in-search = una regla más concreta va primero
why-rule-lower-priority = otra regla va primero
why-rule-other-item = para otro artículo
why-rule-other-party = para otros clientes
why-rule-other-price-list = otra lista de precios
why-rule-other-uom = otra unidad
why-rule-other-warehouse = otro almacén
why-rule-outside-dates = no en este día
why-rule-quantity = cantidad no alcanzada
why-step-discount-amount = Descuento
why-step-discount-percentage = Descuento
why-step-distributed-discount = Parte del descuento del pedido
why-step-free = Gratis
why-step-included-tax = Impuesto en el precio
why-step-margin-amount = Margen
why-step-margin-percentage = Margen
why-step-net-rate = Precio neto
why-step-price-list-rate = Precio de lista
why-step-rate = Precio para este cliente
why-sub = { $name } · { $unit }
why-tax-of = { $rate } de { $base }
why-taxes = Impuestos y cargos
why-times = { $quantity } × { $rate } = { $amount }
why-total-discount-amount = Descuento
why-total-grand-total = Con impuestos
why-total-net-total = Neto
why-total-rounded-total = Redondeado
why-total-rounding-adjustment = Redondeo
why-total-taxes-and-charges = Impuestos y cargos
why-total-total = Suma de las líneas
why-worked-out = Calculado en este teléfono con los precios que tiene. La oficina registra la misma cifra.

## Cambios no aceptados
error-edit-delivery-in-past = La entrega no puede ser antes de hoy
error-edit-negative-amount = El importe no puede ser menor que 0
error-edit-negative-qty = La cantidad no puede ser menor que 0
error-edit-no-such-line = Esa línea ya no está
error-edit-note-too-long = La nota es demasiado larga. Lo guardado antes se queda.
error-edit-nothing-to-undo = No hay nada que deshacer
error-edit-percentage = El descuento va de 0 a 100 %
error-edit-qty-too-large = Esa cantidad es demasiado grande

## Precios
pricing-message-item-price-added = Su precio de { $item } será el suyo en { $price-list }
pricing-message-item-tax-template-updated = Línea { $row }, { $item }: el impuesto sigue al precio
pricing-message-rule-not-applied = Línea { $row }, { $item }: se dio menos de lo que permite { $rule }
pricing-message-transaction-rule-not-applied = Se dio menos de lo que permite una regla
pricing-provisional-condition = Solo la oficina sabe si { $rule } se aplica
pricing-provisional-coupon-use = Otros pueden haber agotado el cupón { $coupon }
pricing-provisional-cumulative-rule = { $rule } cuenta también pedidos anteriores, que solo tiene la oficina
pricing-provisional-missing-master = { $doctype } { $name } no está en este teléfono
pricing-provisional-unknown-version = La oficina usa la versión { $version }, nueva para esta app
pricing-provisional-loading = Los precios e impuestos aún están llegando de la oficina

## Restauración
restore-code = Los recibos de aquí llevan el código de dispositivo { $code }, para que ningún número se repita
restore-found = Encontradas en este teléfono
restore-look = Ver el contenido
restore-looking = Abriendo…
restore-text = Elija el archivo y escriba su frase secreta. No se reemplaza nada en este teléfono.
restore-title = Restaurar una copia de seguridad
restore-unsent = { $count ->
    [0] Nada en ella espera para enviarse
    [one] { $count } registro en ella espera para enviarse
   *[other] { $count } registros en ella esperan para enviarse
}
restore-working = Restaurando…

## Problemas
salvage-aside = El archivo dañado se apartó, no se borró:
salvage-drafts = { $count ->
    [0] No había borradores
    [one] { $count } borrador está a salvo
   *[other] { $count } borradores están a salvo
}
salvage-go-on = Continuar
salvage-incomplete = { $count ->
    [one] No se pudieron leer las líneas de { $count } pedido. Míralo en Pedidos y escríbelo de nuevo.
   *[other] No se pudieron leer las líneas de { $count } pedidos. Míralos en Pedidos y escríbelos de nuevo.
}
salvage-masters = No se pudieron leer el catálogo, los clientes y los precios. Vuelven de la oficina cuando haya señal.
salvage-orders = { $count ->
    [0] Ningún pedido esperaba
    [one] { $count } pedido que espera está a salvo
   *[other] { $count } pedidos que esperan están a salvo
}
salvage-others = { $count ->
    [one] { $count } visita o cliente que espera, a salvo
   *[other] { $count } visitas y clientes que esperan, a salvo
}
salvage-text = La base de datos de este perfil estaba dañada. Satchel sacó lo que se puede leer y lo puso en una nueva.
salvage-title = Reparado tras un daño
trouble-anew = Dejarlo aquí y empezar de nuevo
trouble-retry = Intentar de nuevo
trouble-safe = No se borró nada en este teléfono.
trouble-title = Satchel no puede abrir esto

## Mensajero

error-courier-not-ours = Este no es un archivo de mensajero de Satchel
error-courier-torn = El archivo está dañado o incompleto. Cópielo otra vez.
error-courier-newer = Un Satchel más nuevo hizo este archivo. Actualice primero la aplicación.
error-courier-other-key = Este archivo está cerrado para otro sitio
error-courier-foreign = Ningún teléfono de este sitio hizo este archivo
error-courier-delivered = Este archivo ya se entregó
error-courier-other-receipt = Este comprobante no es de un archivo de este teléfono
error-courier-no-key = La oficina no dio a este teléfono la clave de mensajero. Pida un código de alta nuevo.
error-courier-nothing = Nada espera, así que no hay nada que llevar
error-courier-file = El archivo no se puede escribir o leer. Elija otro lugar.

## Alta del teléfono

error-enrol-not-ours = Este no es un código de alta de Satchel. Pida a la oficina el código que imprimió para usted.
error-enrol-newer = Un Satchel más nuevo hizo este código. Actualice primero la aplicación.
error-enrol-torn = Falta una parte del código. Léalo otra vez o cópielo entero.
error-enrol-expired = Este código ha caducado. Pida otro a la oficina y compruebe el reloj de este teléfono.
error-enrol-used = Este código ya se usó. Pida otro a la oficina.
error-enrol-wrong-user = El sitio dice que este código es de otra persona. Pida otro a la oficina.
error-enrol-other-site = Este código es de otro sitio. Este perfil es de { $site }.
error-enrol-other-user = Este código es de otra persona. Este perfil es de { $user }.
error-enrol-here-already = Este perfil ya está en el teléfono. Desbloquéelo y dé de alta otra vez en Más.

## El sitio

error-address-invalid = Eso no es la dirección de un sitio
error-address-scheme = La dirección de un sitio empieza por https://
error-address-unprotected = El sitio necesita https, o otros podrían leer lo que envía este teléfono
error-address-credentials = Deje el usuario y la contraseña fuera de la dirección
error-token-invalid = Las claves de esta alta no sirven. Pida un código nuevo a la oficina.
error-sync-not-enrolled = Este perfil no está dado de alta en un sitio
error-authorities-unreadable = Los certificados que dio la oficina no se pueden leer
error-http-setup = No se pueden preparar conexiones seguras en este teléfono
error-site-offline = No se alcanza el sitio. Todo está a salvo en este teléfono.
error-site-transient = El sitio tiene problemas ahora. Satchel vuelve a intentarlo solo. { $words }
error-site-unknown = Se perdió la respuesta del sitio. Satchel mira si llegó antes de enviar otra vez.
error-site-refused = El sitio lo rechazó: { $words }
error-site-refused-silently = El sitio lo rechazó y no dijo por qué ({ $exc-type })
error-site-unauthorised = El sitio ya no acepta la clave de este teléfono. Todo se conserva; pida a la oficina un código de alta nuevo.
error-site-throttled = El sitio pide esperar antes de enviar más
error-site-maintenance = El sitio está en mantenimiento. Satchel vuelve a intentarlo solo.
error-site-certificate = El certificado del sitio no es válido. No se envió nada; avise a la oficina.
error-site-not-frappe = Respondió otra cosa en lugar del sitio. Si esta red tiene página de acceso, entre primero.

## Centro de envíos
conflict-before = Era { $value }
conflict-decide = Quedarse con lo marcado
conflict-fields = { $count ->
    [one] Un campo
   *[other] { $count } campos
}
conflict-mine = El suyo
conflict-no = No
conflict-section = Cambiado en los dos lados
conflict-text = Usted y la oficina cambiaron lo mismo. Lo suyo vale hasta que decida.
conflict-theirs = El de la oficina
conflict-title = ¿Cuál es el correcto?
conflict-yes = Sí
load-bytes = { $done } de { $total } MB
load-can-sell = Ya puede tomar pedidos; el resto llega solo.
load-count = { $done } de { $total }
load-left = { $count ->
    [one] falta cerca de un minuto
   *[other] faltan unos { $count } minutos
}
load-not-yet = Se pueden tomar pedidos en cuanto lleguen los precios. Deje la aplicación abierta.
load-title = Trayendo lo que vende su empresa
sync-alone = Solo en este teléfono
sync-alone-text = Este perfil no pertenece a ningún sitio. Nada sale del teléfono, salvo una copia de seguridad.
sync-courier = Llevar en archivo
sync-fetching = Trayendo lo que cambió
sync-fetching-text = Todo lo que escribió está en la oficina.
sync-hand = { $count ->
    [one] Una cosa necesita ayuda
   *[other] { $count } cosas necesitan ayuda
}
sync-hand-text = No se pierde nada: queda guardado en este teléfono hasta que se resuelva.
sync-hand-over = Pedir a la oficina
sync-handed = Dejado al supervisor
sync-held = después de { $title }
sync-last = Último contacto con la oficina { $time }
sync-later = De nuevo { $time }
sync-leave-draft = Dejar como borrador
sync-mend = Corregir
sync-mend-send = Enviar con estos cambios
sync-never = Todavía sin contacto con la oficina
sync-note = ¿Qué debe hacer la oficina?
sync-note-along = Su nota va a la oficina con todo esto, como archivo en la página del cliente, la tarea o el proyecto. Desde aquí ya no se envía; cuando la oficina lo registre, este teléfono se entera solo.
sync-note-help = Queda aquí con su nota y ya no se envía. Muéstrelo a su supervisor: cuando la oficina lo registre, este teléfono se entera solo.
sync-now = Probar ahora
sync-offline = Sin señal
sync-offline-since = Sin señal desde { $time }
sync-paused-office = Todo se conserva aquí. Pida un código nuevo a la oficina y conecte de nuevo desde Más.
sync-paused-until = Todo se conserva aquí y sigue solo a las { $time }.
sync-safe-leaves = { $count ->
    [one] Una cosa está segura en este teléfono. Sale sola.
   *[other] { $count } cosas están seguras en este teléfono. Salen solas, en este orden.
}
sync-send-again = Enviar de nuevo
sync-sending = Enviándose
sync-stuck = Se intentó { $count } veces sin éxito. Sigue guardado y se reintenta unas veces al día; los demás documentos salen mientras tanto.
sync-withdraw = Retirar
sync-working = Trabajando…
sync-your-note = Su nota: { $note }

## Llevar en archivo
courier-delivered = { $count ->
    [one] Una cosa está en la oficina
   *[other] { $count } cosas están en la oficina
}
courier-differ = { $count ->
    [one] Un pedido se registró con otro total. Muestra ambas cifras.
   *[other] { $count } pedidos se registraron con otros totales. Cada uno muestra ambas cifras.
}
courier-file = Adónde
courier-read = Leer el recibo
courier-receipt = El recibo
courier-receipt-text = La oficina le da un recibo cuando ha entregado el archivo. Léalo aquí y el teléfono sabrá qué llegó.
courier-receipt-title = De vuelta de la oficina
courier-refused = { $count ->
    [one] Una cosa fue rechazada. Se queda en este teléfono.
   *[other] { $count } cosas fueron rechazadas. Se quedan en este teléfono.
}
courier-text = Lo que espera va a un archivo que solo la oficina puede abrir. Llévelo en una tarjeta o un cable, o compártalo. Lo que el teléfono envíe mientras tanto llega una sola vez.
courier-unchanged = { $count ->
    [0] No cambió nada más.
    [one] Una cosa ya se sabía.
   *[other] { $count } cosas ya se sabían.
}
courier-write = Escribir el archivo
courier-written = El archivo { $number } está escrito
courier-written-text = { $count ->
    [one] Contiene una cosa. Se queda en este teléfono hasta que la oficina la tenga.
   *[other] Contiene { $count } cosas. Se quedan en este teléfono hasta que la oficina las tenga.
}

## Conectar con la empresa
connect-again = Conectar de nuevo
connect-again-done = Conectado. Lo que espera se envía solo.
connect-again-go = Usar este código
connect-again-text = Cuando el sitio deja de aceptar este teléfono, la oficina le da un código nuevo. Todo lo que espera aquí se conserva y continúa.
connect-code = Código de la oficina
connect-code-help = Empieza por SATCHEL
connect-device = Los recibos de este teléfono empiezan por { $device }
connect-look = Leer el código
connect-picture = Leer el código de una imagen
connect-text = La oficina le da un código para este teléfono. Péguelo aquí: no se envía nada antes de que vea lo que dice.
connect-title = Conectar con su empresa
connect-until = Se puede usar hasta las { $time }
connect-working = Conectando…

## Lo que la oficina rechazaría
refusal-account-of-other-company = Impuesto { $row }: la cuenta { $account } no es de { $company }
refusal-actual-included = El impuesto { $row } es un importe fijo y no puede ir en el precio
refusal-apply-discount-on-missing = Elija sobre qué es el descuento
refusal-below-cost = Línea { $row }: { $item } está por debajo de { $reference }; al menos { $rate }
refusal-commission-rate = La comisión no está entre 0 y 100 %
refusal-coupon-expired = Este cupón ya no vale
refusal-coupon-not-started = Este cupón aún no vale
refusal-coupon-used-up = Este cupón está agotado
refusal-delivery-before-order = La entrega no puede ser antes del pedido
refusal-discount-above-total = El descuento { $discount } supera el total { $total }
refusal-division-by-zero = Un impuesto en el precio se lo lleva todo
refusal-does-not-exist = { $doctype } { $name } no existe
refusal-duplicate-due-dates = Dos pagos vencen el mismo día: { $rows }
refusal-duplicate-item = { $item } está dos veces en el pedido
refusal-end-of-life = { $item } ya no se vende desde { $date }
refusal-first-tax-row-chained = El primer impuesto no puede basarse en uno anterior
refusal-included-also = El impuesto { $row } va en el precio, así que { $rows } también debe
refusal-item-disabled = { $item } ya no se vende
refusal-item-is-template = { $item } es una plantilla; elija una variante
refusal-link-not-found = { $what } { $name } no se conoce
refusal-max-discount = { $item } admite como máximo { $max } % de descuento
refusal-multiple-pricing-rules = Varias reglas valen y ninguna va primero: { $rules }
refusal-negative-total = El total es menor que 0
refusal-no-delivery-date = Falta la fecha de entrega
refusal-no-exchange-rate = Sin cambio de { $from } a { $to }
refusal-no-free-item = { $rule } regala un artículo pero no dice cuál
refusal-no-items = El pedido no tiene líneas
refusal-out-of-range = Una cifra es demasiado grande ({ $field })
refusal-party-disabled = { $customer } está desactivado
refusal-party-frozen = { $customer } está bloqueado por la oficina
refusal-payment-schedule-total = Los plazos de pago no suman el total
refusal-price-list-disabled = La lista { $price-list } está desactivada
refusal-qty-must-be-whole = Línea { $row }: { $qty } { $uom } no es entero, y { $uom } solo va entero
refusal-recursive-transaction-rule = Una regla del pedido entero se llama a sí misma; pregunta a la oficina
refusal-shipping-country = La regla de envío no es para { $country }
refusal-shipping-country-missing = La dirección no tiene país, y la regla de envío lo pide
refusal-tax-row-id = El impuesto { $row } se basa en uno que no está
refusal-tax-row-id-not-allowed = Un impuesto se basa en otro donde no puede
refusal-template-disabled = { $doctype } { $name } está desactivado
refusal-threshold-hint = { $rule } está tan cerca de su límite que la oficina falla; cambia la cantidad
refusal-zero-qty = Línea { $row }: { $item } sin cantidad

## Envío

sync-parked-cancelled = La oficina canceló { $name }
sync-parked-deleted = La oficina borró el borrador
sync-parked-replaced-arrived = El primero llegó al final como { $name }: retire este
sync-parked-replaced-changed = En la oficina cambiaron { $name } desde entonces. Habla con ellos o deja el suyo como está
sync-parked-unreadable = Este documento no se puede leer en este teléfono; pida soporte
sync-paused-maintenance = En pausa: el sistema de la oficina se está actualizando. Sigue por sí solo.
sync-paused-not-set-up = En pausa: el sistema de la oficina no está preparado para Satchel, así que no se envía nada más. Todo se conserva; avise a la oficina.
sync-paused-not-permitted = En pausa: la oficina quitó a este usuario el derecho a pedidos. Todo se conserva y sale solo cuando vuelva el derecho; avise a la oficina.
sync-paused-throttled = En pausa: la oficina pidió menos solicitudes. Sigue por sí solo.
sync-paused-unauthorised = En pausa: la oficina ya no acepta la clave de este teléfono. Todo se conserva; pida a la oficina que lo registre de nuevo.
## On the way to the office
outgoing-customer = Cliente nuevo
outgoing-address = Dirección
outgoing-contact = Contacto
outgoing-sales-order = Pedido
outgoing-slip = Nota a la oficina
outgoing-submit = Confirmación del pedido
outgoing-attachment = Archivo o firma
outgoing-check-in = Visita
outgoing-check-out = Fin de una visita
outgoing-event = Cita
outgoing-task = Tarea
outgoing-timesheet = Horas trabajadas
outgoing-change-customer = Cambio en un cliente
outgoing-change-event = Cambio en una cita
outgoing-change-task = Cambio en una tarea
difference-price-changed = El precio de { $item } ha cambiado desde entonces: { $phone } en el recibo, { $server } en la oficina.
difference-priced-by-site = El sitio calculó los precios por su cuenta; este usuario no puede fijar precios allí.
difference-provisional = El precio depende de lo que solo sabe la oficina, como dice el recibo.
difference-rate-changed = La oficina registró { $item } a { $server } en lugar de { $phone }.
difference-rounding = La oficina redondea el total de otra manera.
difference-taxes = La oficina calculó otros impuestos.
difference-unknown = Aquí no se conoce el motivo. Pregunte a la oficina.
mend-closed = Cerrado
mend-private = Solo yo
mend-public = Todos
field-activity-type = Tipo de trabajo
field-address-line1 = Calle y número
field-address-line2 = Dirección, segunda línea
field-address-title = Nombre en la dirección
field-city = Ciudad
field-completed-on = Terminada el
field-country = País
field-customer-group = Grupo de clientes
field-customer-name = Nombre del cliente
field-description = Descripción
field-email-id = Correo electrónico
field-ends-on = Termina
field-event-type = Quién lo ve
field-exp-end-date = Vencimiento
field-exp-start-date = Inicio previsto
field-first-name = Nombre
field-from-time = Empezó
field-hours = Horas trabajadas
field-last-name = Apellido
field-mobile-no = Teléfono móvil
field-note = Nota
field-pincode = Código postal
field-priority = Prioridad
field-progress = Avance en porcentaje
field-project = Proyecto
field-starts-on = Empieza
field-state = Provincia
field-status = Estado
field-subject = Asunto
field-task = Tarea
field-tax-id = Número fiscal
field-territory = Zona
error-app-mended-meanwhile = El pedido { $number }, que este iba a sustituir, siguió otro camino entretanto. Mírelo antes de cerrar este.
error-app-not-a-picture = Eso no es una foto. Se pueden enviar JPEG, PNG y WebP.
error-app-too-large = Eso ocupa más de { $megabytes } MB. Haga una foto más pequeña.
error-app-no-thread = El teléfono está demasiado ocupado para empezar a enviar. Todo queda guardado; abra el perfil de nuevo en un momento.
timeline-left-as-draft = Dejado en la oficina como borrador
strip-loading = Trayendo lo que vende · { $percent } %
strip-loading-rest = Ya puede vender · lo demás está llegando, { $percent } %
strip-old-prices = Precios del { $date } · más antiguos de lo que permite la empresa
strip-paused = { $count ->
    [0] En pausa · nada espera
    [one] En pausa · { $count } cosa a salvo en este teléfono
   *[other] En pausa · { $count } cosas a salvo en este teléfono
}
strip-things-waiting = { $count ->
    [one] { $count } cosa necesita ayuda · { $waiting } esperando señal
   *[other] { $count } cosas necesitan ayuda · { $waiting } esperando señal
}
strip-sending = { $count ->
    [one] Enviando · { $count } pedido
   *[other] Enviando · { $count } pedidos
}
strip-sending-others = { $count ->
    [one] Enviando · { $count } registro
   *[other] Enviando · { $count } registros
}

## Snapshot

error-snapshot-unreadable = No se puede leer el paquete de datos. El teléfono carga desde el sitio.
error-snapshot-signature = El paquete de datos no está firmado por su oficina. El teléfono carga desde el sitio.
error-snapshot-other-site = El paquete de datos es de otro sitio. El teléfono carga desde el sitio.
error-snapshot-other-version = El paquete de datos se hizo para otra versión de la aplicación. El teléfono carga desde el sitio.
error-snapshot-damaged = El paquete de datos llegó dañado. El teléfono carga desde el sitio.
error-snapshot-file = No se pudo guardar el paquete de datos en este teléfono. Compruebe que haya espacio.

## Impresión: errores

error-printer-not-found = No se encontró la impresora. ¿Está encendida, y cerca o en esta red?
error-printer-refused = La impresora está, pero no acepta la conexión. Quizá la usa otro teléfono.
error-printer-no-radio = Este teléfono no tiene Bluetooth.
error-printer-radio-off = El Bluetooth está apagado. Enciéndalo y pruebe otra vez.
error-printer-not-allowed = Satchel no puede usar el Bluetooth o ese aparato. Permítalo en los ajustes del teléfono.
error-printer-dropped = Se cortó la conexión con la impresora.
error-printer-timed-out = La impresora dejó de recibir el recibo. Mire el papel y la tapa.
error-printer-none = Ese aparato no es una impresora.
error-printer-unsupported = Este teléfono no puede llegar a una impresora así.
error-printer-bad-address = Eso no es una dirección. Escríbala como 192.168.1.50 o 192.168.1.50:9100.
error-receipt-template = Línea { $line } de la plantilla: { $detail }
error-receipt-markup = Línea { $line } de lo que da la plantilla: { $detail }
error-receipt-too-long = El recibo es demasiado largo.
error-receipt-pdf = No se pudo hacer el PDF.

## Reports
receipt-label-customer = Cliente
receipt-label-hours = h
receipt-label-tasks = Tareas
receipt-label-checklist = Lista de comprobación
receipt-label-progress-log = Informado
receipt-label-signature = Firma del cliente
receipt-label-time-logs = Tiempo
receipt-stood-in = La plantilla tiene un error; se usó la incluida
report-day = Informe del día
report-order = Recibo de un pedido
report-task = Informe de la tarea
report-visit = Nota de la visita
task-status-cancelled = Cancelada
task-status-completed = Terminada
task-status-open = Abierta
task-status-overdue = Atrasada
task-status-pending-review = Espera revisión
task-status-working = En curso
today-visited = Visitados
error-receipt-file = No se pudo generar el archivo del recibo.
error-receipt-template-too-long = La plantilla es demasiado larga: 64 KB como máximo.

## Sharing
share-fetched = El archivo está en sus descargas.
share-making = Generando el archivo…
share-no-receiver = Nada aquí recibe un archivo.
share-not-written = No se pudo escribir el archivo. ¿Está lleno el almacenamiento?
share-offered = El archivo se entregó al teléfono.
share-pdf = Compartir como PDF
share-picture = Compartir como imagen
share-refused = El teléfono no compartió el archivo. Inténtelo de nuevo o imprímalo.
share-saved = Guardado como
share-title = Compartir

## Receipt templates
templates-back = Volver a la incluida
templates-back-office = Volver a la de la oficina
templates-broken = Tiene un error
templates-built-in = Incluida
templates-changed = Sin guardar
templates-failed = No se pudieron leer las plantillas
templates-field = Plantilla
templates-help = Jinja, como en los formatos de impresión: doc, company y customer tienen los campos de ERPNext.
templates-last = Con el último documento de este teléfono
templates-meta = Lo que sale en recibos e informes
templates-office = De la oficina
templates-own = Propia
templates-own-before-office = Propia; la oficina también tiene una
templates-preview = Vista previa
templates-sample = Con un documento de ejemplo
templates-save = Guardar plantilla
templates-saved = Guardada
templates-stands-in = Hasta que se corrija, se imprime con la plantilla incluida.
templates-text = Cada una dice qué sale en el papel. Cambie una y vea al momento el resultado.
templates-title = Plantillas de recibo

## Place and time of a document
order-detail-clock-ahead = { $minutes ->
    [one] El reloj del teléfono iba un minuto adelantado respecto al de la oficina.
   *[other] El reloj del teléfono iba { $minutes } minutos adelantado respecto al de la oficina.
}
order-detail-clock-behind = { $minutes ->
    [one] El reloj del teléfono iba un minuto atrasado respecto al de la oficina.
   *[other] El reloj del teléfono iba { $minutes } minutos atrasado respecto al de la oficina.
}
position-none = Sin posición.
position-searching = No se conocía ninguna en ese momento; si aparece una en dos minutos, se añade.

## Position

location-denied = Satchel no puede usar la posición. Permítalo en los ajustes de este teléfono.
location-lost = Lo que daba la posición ya no está. Los pedidos se toman sin ella.
location-no-receiver = Nada en este teléfono da su posición. Los pedidos se toman sin ella.
location-searching = Buscando la posición. Los clientes cercanos aparecen aquí en cuanto se conozca.
location-switched-off = La ubicación está apagada. Actívela en los ajustes de este teléfono.
location-timed-out = No llegó ninguna posición a tiempo. Pruebe de nuevo a cielo abierto.

## Cámara e imágenes
camera-again = Probar la cámara otra vez
camera-aim = Mantenga el código en el marco
camera-busy = Otra aplicación usa la cámara. Ciérrela y pruebe otra vez, o lea una imagen.
camera-denied = Satchel no puede usar la cámara. Permítalo en los ajustes del teléfono, o lea una imagen o escriba el código.
camera-light-off = Apagar la luz
camera-light-on = Encender la luz
camera-none = No se encontró ninguna cámara. Lea una imagen o escriba el código.
camera-picture = Lo que ve la cámara
camera-start = Usar la cámara
camera-starting = Abriendo la cámara…
camera-stop = Cerrar la cámara
camera-unplugged = La cámara se desconectó. Conéctela y pruebe otra vez, o escriba el código.
camera-unreachable = La imagen no llega a Satchel. Pruebe otra vez o escriba el código.
camera-why = Se lee en este teléfono y no se guarda ninguna imagen. El teléfono pregunta antes si Satchel puede usar la cámara.
picture-no-code = En esta imagen no hay un código que se pueda leer. Fotografíelo más de cerca, nítido y sin reflejos.
picture-read = Leer una imagen
picture-reading = Leyendo la imagen…
picture-unreadable = Este archivo no es una imagen que se pueda leer.
error-picture-damaged = La imagen está dañada. Tómela o guárdela otra vez.
error-picture-too-large = La imagen es demasiado grande. Use una más pequeña.
error-picture-unknown = Este archivo no es una imagen: se pueden leer PNG y JPEG.

## How scanning is set
error-label-pattern-length = { $pattern }: un diseño tiene 13 signos.
error-label-pattern-order = { $pattern }: un diseño son los dígitos fijos, luego I, luego V si lo hay, luego W, P o N, luego C.
scanning-answer = Cuando la cámara lee un código
scanning-failed = No se pueden leer los ajustes de la lectura
scanning-handheld = Lector de mano
scanning-handheld-text = Un lector que funciona como teclado no necesita ajustes si termina cada código con Enter o Tab. Si escribe signos propios alrededor del código, diga cuáles.
scanning-keep = Guardar
scanning-kept = Guardado
scanning-labels = Etiquetas con peso o precio
scanning-labels-field = Diseños, uno por línea
scanning-labels-help = Por ejemplo 21IIIIIWWwwwC: 21, cinco dígitos del artículo, peso 00,000.
scanning-labels-text = Las tiendas imprimen esas etiquetas. Un diseño dice qué es cada dígito: los dígitos fijos delante, I artículo, V dígito de control del valor, W peso, P precio o N cantidad con minúsculas para los dígitos tras la coma, C dígito de control.
scanning-prefix = Antes de cada código
scanning-shake = Vibración
scanning-sound = Sonido
scanning-suffix = Después de cada código
scanning-suffix-help = Déjelo vacío si solo hay Enter o Tab.
scanning-text = Sonido, lector de mano, etiquetas con peso
scanning-title = Lectura de códigos

receipt-label-copy = Copia
receipt-label-visit = Visita
receipt-label-started = Inicio
receipt-label-ended = Fin
receipt-label-notes = Notas
receipt-label-position = Posición
receipt-label-task = Tarea
receipt-label-project = Proyecto
receipt-label-status = Estado
receipt-label-progress = Progreso
receipt-label-expected = Vence
receipt-label-day = Informe del día
receipt-label-orders = Pedidos
receipt-label-visits = Visitas
receipt-label-test = Página de prueba
error-printer-none-saved = Aún no hay ninguna impresora guardada. Añada una en Más.
print-interrupted = Satchel terminó mientras esto se imprimía. Mire el papel: imprímalo otra vez, o déjelo así.

printers-title = Impresoras
printers-text = Recibos en papel, 58 y 80 mm
printers-failed = No se pudieron leer las impresoras
printers-none = Aún no hay impresora
printers-none-text = Añada una que esté cerca, por Bluetooth, o en la red por su dirección. Los recibos están en la pantalla de todos modos.
printers-saved = Guardadas
printers-usual = Habitual
printers-test = Imprimir página de prueba
printers-prefer = Hacerla habitual
printers-forget = Olvidar
printers-jobs = Impresos
printers-add = Añadir impresora
printers-address = Dirección
printers-address-help = Como 192.168.1.50; su puerto es 9100 si no dice otro.
printers-name = Cómo la llama
printers-kind = Papel y letras
printers-kind-58 = 58 mm
printers-kind-80 = 80 mm
printers-kind-58-drawn = 58 mm, letras dibujadas
printers-kind-80-drawn = 80 mm, letras dibujadas
printers-save = Guardar impresora
print-action = Imprimir
print-again = Imprimir otra vez
print-leave = Dejarlo así
print-queued = Espera a la impresora
print-printing = Imprimiendo
print-done = Impreso
print-done-copy = Impreso como copia
print-failed = Se detuvo en { $sent } de { $size } bytes
print-left = Dejado
print-missing = Sin letras para estos signos; salen como marcos vacíos: { $signs }

## Impresoras cerca y cómo están

printers-check = Comprobar
printers-checking = Preguntando a la impresora…
printers-ready = Lista para imprimir
printers-silent = No dice cómo está
printers-cover-open = Tapa abierta
printers-paper-out = Sin papel
printers-paper-low = Poco papel
printers-error = Error de la impresora
printers-battery = Batería { $percent } %
printers-searching = Buscando impresoras cerca…
printers-found = Impresoras cerca
printers-found-others = Otros aparatos cerca
printers-found-saved = Guardada
printers-found-none = No se encontró ninguna impresora
printers-found-none-text = ¿Está encendida, cerca y sin conexión con otro teléfono?
printers-search-again = Buscar otra vez
printers-by-address = Escribir una dirección
printers-signal-strong = señal fuerte
printers-signal-fair = señal media
printers-signal-weak = señal débil
printers-asking = ¿Salió la página?
printers-asking-text = Una página de prueba va a { $printer }. Mire si salió y si se lee.
printers-asking-yes = Sí, guardar impresora
printers-asking-again = Imprimirla otra vez
printers-asking-other-kind = Otro papel o letras
printers-asking-no = No, otra
print-cover-open = La tapa de la impresora está abierta. Ciérrela e imprima otra vez.
print-paper-out = La impresora no tiene papel. Ponga un rollo e imprima otra vez.
print-printer-error = La impresora avisa de un error. Apáguela, enciéndala e imprima otra vez.

## Claves

key-store-sealed-file = Las claves de este teléfono están en un archivo sellado, porque el sistema no guarda ninguna para Satchel. Elija un PIN que nadie adivine.

## Con la app cerrada
away-channel = Trabajo en espera

## Permisos
permit-allow = Permitir
permit-bluetooth = Satchel busca impresoras cercanas e imprime en ellas.
permit-for-ever = El teléfono ya no pregunta por esto. Sus ajustes pueden permitirlo.
permit-location = Satchel anota dónde estaba usted al hacer un pedido o una visita. Sin ello, ambos se guardan sin lugar.
permit-not-now = Ahora no
permit-notifications = El teléfono puede avisar cuando hay pedidos en espera aquí con Satchel cerrado.
permit-settings = Abrir los ajustes

## Finger or face
error-biometrics-gone = Este teléfono conoce ahora otras huellas o caras, así que solo el PIN abre Satchel. Vuelva a activarlo en Más.
error-biometrics-not-now = El sensor no responde ahora. Use el PIN.
error-biometrics-not-offered = Este teléfono no distingue huellas o caras con suficiente seguridad. El PIN abre Satchel.
error-biometrics-put-aside = No se activó nada: se descartó la pregunta.
presence-end = Usar solo el PIN
presence-nobody-text = El teléfono aún no conoce ninguna huella o cara. Añada una en los ajustes del teléfono y vuelva.
presence-off = Desactivado
presence-on = Activado
presence-on-text = Una huella o cara que este teléfono conoce abre Satchel. El PIN también, siempre.
presence-open = Usar huella o cara
presence-pin-hint = Escriba su PIN para activarlo
presence-question = Desbloquear Satchel
presence-title = Huella o cara
presence-use-pin = Usar PIN
## El equipo, para supervisores.

team-title = Equipo
team-text = Visitas, pedidos y tareas de sus vendedores
team-map = Mapa de visitas
team-map-nearer = Acercar
team-map-farther = Alejar
team-before = Los días anteriores
team-after = Los días siguientes
team-filter = Qué mostrar
team-filter-show = Mostrar
team-from = Desde
team-until = Hasta
team-days = { $from } – { $until }
team-days-turned = El primer día viene después del último.
team-territory = Territorio
team-customer = Cliente
team-reps = Vendedores
team-everyone = Todos
team-visits = { $count ->
    [one] { $count } visita
   *[other] { $count } visitas
}
team-flagged = { $count ->
    [one] { $count } visita por revisar
   *[other] { $count } visitas por revisar
}
team-as-of = datos de { $time }
team-figures = Cifras
team-failed = No se puede mostrar el equipo
team-none = Ninguna visita aquí
team-none-text = Las visitas de sus vendedores aparecen aquí cuando los teléfonos de ellos y este hayan llegado a la oficina. Otro día o filtro puede tener visitas.
team-first = Primera
team-last = Última
team-minutes = { $minutes } min
team-hours = { $hours } h { $minutes } min
team-still-there = { $time } – sin salida
team-planned = planificada
team-unplanned = no planificada
team-no-order = sin pedido
team-flag-far = Llegada registrada a { $distance } del cliente
team-flag-simulated = Posición simulada
team-flag-clock-back = { $count ->
    [one] Reloj atrasado { $minutes } minuto
   *[other] Reloj atrasado { $minutes } minutos
}
team-flag-clock-ahead = { $count ->
    [one] Reloj adelantado { $minutes } minuto
   *[other] Reloj adelantado { $minutes } minutos
}
team-flag-fast = Llegó a { $speed } km/h
team-flag-changed = El registro se cambió después de hacerse
team-flag-missing = Faltan registros antes de este
team-flag-elsewhere = El registro no sigue al anterior
team-flag-open = Salida sin registrar
team-why-far = El teléfono estaba más lejos de la dirección del cliente de lo que explica su propio error. La dirección también puede estar mal.
team-why-simulated = El teléfono dijo que una aplicación inventó su posición.
team-why-clock = La hora mostrada y el tiempo que pasó desde que se encendió el teléfono no coinciden.
team-why-fast = La distancia desde la visita anterior es demasiado larga para el tiempo entre ambas.
team-why-changed = Lo que muestra el sitio difiere de lo que el teléfono selló cuando se hizo la visita.
team-why-missing = Cada registro de un teléfono lleva un número. Uno o más antes de este no están en el sitio, o usted no puede verlos.
team-why-elsewhere = Cada registro de un teléfono está unido al anterior. Este está unido a otro.
team-why-open = La visita empezó y no terminó en su día.
team-visit = Visita
team-stay = Con el cliente
team-plan = Calendario
team-distance = Desde la dirección
team-accuracy = con error de hasta { $metres } m
team-position = Posición
team-sold = Vendido
team-notes = Nota
team-pictures = Fotos
team-pictures-again = Intentar de nuevo
team-picture-large = { $name }, verla en grande
error-team-picture-offline = La foto llega cuando haya señal.
error-team-picture-slow = La señal es demasiado débil para esta foto ahora.
error-team-picture-refused = La oficina no le muestra esta foto.
error-team-picture-gone = La oficina ya no tiene esta foto.
error-team-picture-none = Este archivo no es una foto.
error-team-picture-too-large = Esta foto es demasiado grande para un teléfono.
team-nothing-wrong = Nada parece mal en esta visita.
team-evidence = Pruebas
team-evidence-none = El sitio no guarda pruebas de esta visita.
team-evidence-changed = Estos campos no dicen lo que selló el teléfono:
team-check-in = Llegada
team-check-out = Salida
team-link = Registro { $number } del teléfono { $device }
team-clock-wrong = Reloj { $seconds } s adelantado respecto a la oficina
team-clock-right = Reloj como el de la oficina, hasta donde se sabe
team-simulated-yes = posición simulada
team-simulated-no = posición no simulada
team-simulated-unknown = no se sabe si la posición fue simulada
team-file = Visitas
team-span = Días
team-span-shown = Como se ve
team-span-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
team-per-day = Visitas por día
team-most = como máximo { $count }
team-figure-visits = Visitas
team-figure-days = Días en ruta
team-figure-strike = Tasa de acierto
team-figure-stay = Dura una visita
team-figure-on-site = Con clientes
team-figure-flagged = Por revisar
team-files = Guardar las visitas como
team-coverage = Clientes visitados
team-alone = Sin visita desde hace
team-unvisited = { $count ->
    [one] { $count } de { $all } clientes no fue visitado en { $days } días.
   *[other] { $count } de { $all } clientes no fueron visitados en { $days } días.
}
team-never = nunca
team-map-address = Mapa de fondo
team-map-address-help = Una dirección https de teselas con {"{z}"}, {"{x}"} y {"{y}"}, o de un archivo PMTiles. Sin ella se muestra el mapa de este teléfono. Vale cuando el mapa se abra de nuevo.
team-map-address-wrong = Esta no es una dirección https de teselas ni de un archivo PMTiles.

## Calendario
calendar-agenda = Lista
calendar-all-day-short = todo el día
calendar-between = { $from } a { $until }
calendar-day = Día
calendar-day-after = Día siguiente
calendar-day-before = Día anterior
calendar-hours = Horas
calendar-look = Vista
calendar-month-after = Mes siguiente
calendar-month-before = Mes anterior
calendar-month-close = Ocultar el mes
calendar-month-open = Mostrar el mes
calendar-more = Más
calendar-more-open = { $count ->
    [one] { $count } cita más, mostrar la lista
   *[other] { $count } citas más, mostrar la lista
}
calendar-office = Horas como las muestra este teléfono. En la oficina ({ $zone }) son ahora las { $time }.
calendar-open-day = { $date }, mostrar el día
calendar-unnamed = Cita sin nombre
calendar-week = Semana
calendar-moved = Movida
error-event-daily-over-days = Una cita diaria debe terminar el día en que empieza.
error-event-end = No se puede leer el final.
error-event-ends-before-start = Termina antes de empezar.
error-event-no-weekday = Elija al menos un día de la semana.
error-event-not-yours = Solo su dueño puede cambiar esta cita.
error-event-start = Diga cuándo empieza.
error-event-till-before-start = Se repite hasta un día anterior a su comienzo.
event-category = Tipo
event-category-default = Como lo fija la oficina
event-category-event = Evento
event-category-mail = Correo
event-category-other = Otro
event-day-after = Día siguiente
event-day-before = Día anterior
event-delete = Borrar cita
event-delete-ask = ¿Borrar esta cita?
event-delete-series = Se repite: se borran todas las veces.
event-delete-text = También sale del calendario de la oficina.
event-deleted = Se borró { $name }
event-description = Notas
event-earlier = 15 min antes
event-ends = Termina
event-ends-at = Hasta
event-failed = No se pudo leer la cita
event-later = 15 min después
event-move = Moverla
event-new = Nueva cita
event-not-yours = Esta cita es de { $owner }. Solo esa persona puede cambiarla.
event-office = En la oficina ({ $zone }): { $date }, { $time }
event-people = Quién participa
event-person-add = Añadir persona
event-person-contact = Contacto
event-person-customer = Cliente
event-person-hint = Cliente, contacto o posible cliente
event-person-lead = Posible cliente
event-person-none = Nadie en este teléfono se llama así.
event-person-remove = Quitar a { $name }
event-reminder = Recordármela
event-repeat = Repetición
event-repeat-daily = Todos los días
event-repeat-half-yearly = Cada seis meses
event-repeat-monthly = Todos los meses
event-repeat-never = No se repite
event-repeat-quarterly = Cada tres meses
event-repeat-weekly = Todas las semanas
event-repeat-yearly = Todos los años
event-save = Guardar cita
event-series = Esta cita se repite. Los cambios valen para todas las veces.
event-starts = Empieza
event-starts-at = A las
event-subject = Asunto
event-till = Se repite hasta
event-title = Cita
event-to-calendar = Al calendario
event-to-customer = Abrir cliente
event-visit = Con un cliente es una visita: aparece en Hoy.
event-weekdays = En estos días
outgoing-delete-event = Borrado de una cita
sync-parked-gone = La oficina la borró entretanto. Lo que cambió usted sigue en este teléfono: retire el cambio para dejarla ir, o anótela de nuevo.
sync-parked-unrecognisable = Su respuesta se perdió antes de que el sistema de la oficina reconociera pedidos. Puede haber llegado: mire allí primero y luego envíelo de nuevo o retírelo.
field-all-day = Todo el día
field-repeat-till = Se repite hasta
field-repeat-on = Se repite
field-event-category = Tipo
field-event-participants = Quién participa
field-send-reminder = Recordatorio
conflict-text-event = Tú y la oficina cambiaron lo mismo. En el calendario queda lo de la oficina; lo tuyo se guarda aquí y puede volver.

## Invitaciones
error-event-none-in-days = No hay nada en el calendario en esos días.
error-ics-empty = No hay citas en este archivo.
error-ics-too-large = Este archivo es demasiado grande para una invitación.
error-ics-unreadable = Este archivo no es una invitación, o está incompleto.
event-from-invitation = Desde una invitación
event-share = Compartir como archivo de calendario
ics-note-cancelled = Quien la envió la canceló.
ics-note-rule = Se repite de un modo que la oficina no conoce: solo se toma la primera vez.
ics-note-short-months = En los meses cortos aquí cae el último día.
ics-note-single-times = { $count } fechas sueltas fueron movidas, añadidas o quitadas por quien la envió; eso no se conserva.
ics-note-zone = La zona horaria "{ $zone }" es desconocida: las horas se toman como las de este teléfono.
invitation-add = Añadir al calendario
invitation-added = Añadida
invitation-file = Elegir archivo
invitation-text = Elija el archivo de una invitación (.ics), como llega con el correo.
invitation-title = Invitación

## Recordatorios
permit-reminders = El teléfono avisa cuando una entrada de su calendario está por empezar.
reminder-about = { $time } · { $subject }
reminder-at = A las { $time }
reminder-due = Vence hoy
reminder-on = { $date }, { $time }
reminders-events = Entradas del calendario
reminders-events-text = Las que tienen «Recordármela» activado. Las de todo el día a las 08:00.
reminders-failed = No se pudieron leer los ajustes
reminders-lead = Cuánto tiempo antes
reminders-lead-day = El día anterior
reminders-lead-hours = { $hours ->
    [one] { $hours } hora antes
   *[other] { $hours } horas antes
}
reminders-lead-minutes = { $minutes ->
    [one] { $minutes } minuto antes
   *[other] { $minutes } minutos antes
}
reminders-meta = Antes de que empiece una entrada
reminders-tasks = Tareas
reminders-tasks-text = A las 08:00 del día en que vencen.
reminders-title = Recordatorios

## Recorridos registrados
track-recording = Se está registrando el recorrido hasta la próxima visita
track-waiting = El recorrido entre las visitas se registra. Ahora no.
track-title = Recorridos registrados
track-what = Su empresa registra el recorrido entre visitas: desde que deja a un cliente hasta que llega al siguiente, el mismo día.
track-when = Solo mientras Satchel está en la pantalla. Lo registrado después de la última visita del día se borra y no va a ninguna parte.
track-who = Va a la oficina con la visita a la que lleva. Allí los supervisores lo ven como una línea en el mapa.

## Archivos elegidos
restore-choose = Elegir el archivo
courier-choose = Elegir el recibo
error-file-chosen = Ese archivo no se puede leer. Elija otro o escriba dónde está.
