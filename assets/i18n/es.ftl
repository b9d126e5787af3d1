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
customers-no-position-text = Los clientes cercanos aparecen aquí en cuanto el teléfono sepa dónde está.
customers-none-found = Nadie coincide
customers-none-found-text = Prueba con las primeras letras del nombre, la calle o el teléfono.
customers-none = Tus clientes estarán aquí
customers-none-text = Anota el primero ahora, con o sin señal.

## Primer uso
welcome-first = Primero vender.
welcome-second = Luego la señal.
welcome-text = Los pedidos, visitas y tareas quedan a salvo en este teléfono y llegan solos a la oficina.
welcome-demo = Mirar primero
welcome-demo-text = Una empresa de demostración, solo en este teléfono
settings-language = Idioma

## Desbloqueo
pin-again = Escríbelo otra vez
pin-choose = Elige un PIN
pin-choose-text = Protege lo que se guarda en este teléfono.
pin-differs = Ese PIN era otro. Empieza de nuevo.
pin-length = De 4 a 12 cifras
pin-making = Preparando la empresa de demostración…
unlock-hint = Escribe tu PIN
unlock-none = Aquí no hay ningún perfil
unlock-none-text = No se puede leer la carpeta de los perfiles. No se ha cambiado nada en ella.
unlock-switch = Cambiar de usuario
unlock-wait-minutes = { $count ->
    [one] PIN incorrecto. Prueba de nuevo en un minuto.
   *[other] PIN incorrecto. Prueba de nuevo en { $count } minutos.
}
unlock-wait-seconds = { $count ->
    [one] PIN incorrecto. Prueba de nuevo en un segundo.
   *[other] PIN incorrecto. Prueba de nuevo en { $count } segundos.
}

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
error-pin-wait = Todavía no se acepta un PIN. Espera un poco.

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
visit-here-since = Aquí desde { $time }

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
