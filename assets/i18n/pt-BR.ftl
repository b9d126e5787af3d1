# As palavras do Satchel em português do Brasil. Mesmas chaves e argumentos de en.ftl.

## Partes
part-back = Voltar
part-clear = Limpar
part-close = Fechar
part-decimal-mark = Vírgula decimal
part-delete-digit = Apagar o último dígito
part-one-less = Um a menos
part-one-more = Um a mais
part-open-keypad = { $figure }, abrir o teclado
part-undo = Desfazer

## Barra
dock-name = Principal
dock-today = Hoje
dock-orders = Pedidos
dock-scan = Ler
dock-tasks = Tarefas
dock-more = Mais
dock-needs-hand = { $count ->
    [one] { $count } precisa de você
   *[other] { $count } precisam de você
}

## Linhas do pedido
line-free = Grátis
line-quantity-of = Quantidade de { $name }
line-remove = Remover esta linha
line-unit = Unidade
line-was = antes { $price }
line-why = Por que { $price }?

## PIN
pin-done = Pronto
pin-entered = { $count ->
    [one] { $count } dígito digitado
   *[other] { $count } dígitos digitados
}
pin-pad = Teclado do PIN

## Assinatura
signature-empty = Ainda sem assinatura
signature-name = Assinatura
signature-optional = (opcional)
signature-there = Assinado

## Números
format-kilometres = { $figure } km
format-metres = { $figure } m
format-percent = { $figure }%

## Datas
date-today = Hoje
date-yesterday = Ontem
date-tomorrow = Amanhã
date-long = { $weekday }, { $day } de { $month }
date-short = { $weekday }, { $day } { $month }
date-day = { $day } { $month }
date-day-year = { $day } { $month } { $year }
date-month-year = { $month } de { $year }
date-weekday-1 = segunda-feira
date-weekday-2 = terça-feira
date-weekday-3 = quarta-feira
date-weekday-4 = quinta-feira
date-weekday-5 = sexta-feira
date-weekday-6 = sábado
date-weekday-7 = domingo
date-weekday-short-1 = seg
date-weekday-short-2 = ter
date-weekday-short-3 = qua
date-weekday-short-4 = qui
date-weekday-short-5 = sex
date-weekday-short-6 = sáb
date-weekday-short-7 = dom
date-month-1 = janeiro
date-month-2 = fevereiro
date-month-3 = março
date-month-4 = abril
date-month-5 = maio
date-month-6 = junho
date-month-7 = julho
date-month-8 = agosto
date-month-9 = setembro
date-month-10 = outubro
date-month-11 = novembro
date-month-12 = dezembro
date-month-short-1 = jan
date-month-short-2 = fev
date-month-short-3 = mar
date-month-short-4 = abr
date-month-short-5 = mai
date-month-short-6 = jun
date-month-short-7 = jul
date-month-short-8 = ago
date-month-short-9 = set
date-month-short-10 = out
date-month-short-11 = nov
date-month-short-12 = dez

## Estados
state-booked = Registrado
state-checking = Conferindo
state-draft = Rascunho
state-needs-hand = Precisa de ajuda
state-sending = Enviando
state-waiting = Aguardando
state-withdrawn = Retirado

## Clientes
customers-title = Clientes
customers-search = Achar um cliente
customers-search-hint = Nome, rua ou telefone
customers-new = Novo
customers-new-long = Novo cliente
customers-order = Ordenar clientes
customers-nearby = Por perto
customers-by-name = De A a Z
customers-ordered = pediu em { $date }
customers-late = { $amount } em atraso
customers-failed = Não foi possível ler os clientes
customers-no-position = O Satchel não sabe onde está
customers-no-position-text = Os clientes por perto aparecem aqui assim que o telefone souber onde está.
customers-none-found = Ninguém encontrado
customers-none-found-text = Tente as primeiras letras do nome, a rua ou o telefone.
customers-none = Seus clientes vão ficar aqui
customers-none-text = Anote o primeiro agora, com ou sem sinal.

## Primeiro uso
welcome-first = Venda primeiro.
welcome-second = Sinal depois.
welcome-text = Pedidos, visitas e tarefas ficam seguros neste telefone e chegam sozinhos ao escritório.
welcome-demo = Dar uma olhada antes
welcome-demo-text = Uma empresa de demonstração, só neste telefone
settings-language = Idioma

## Desbloqueio
pin-again = Digite mais uma vez
pin-choose = Escolha um PIN
pin-choose-text = Ele protege o que fica neste telefone.
pin-differs = Esse PIN foi outro. Comece de novo.
pin-length = De 4 a 12 dígitos
pin-making = Preparando a empresa de demonstração…
unlock-hint = Digite seu PIN
unlock-none = Não há nenhum perfil aqui
unlock-none-text = Não é possível ler a pasta dos perfis. Nada nela foi alterado.
unlock-switch = Trocar usuário
unlock-wait-minutes = { $count ->
    [one] PIN errado. Tente de novo em um minuto.
   *[other] PIN errado. Tente de novo em { $count } minutos.
}
unlock-wait-seconds = { $count ->
    [one] PIN errado. Tente de novo em um segundo.
   *[other] PIN errado. Tente de novo em { $count } segundos.
}

## Números digitados
error-entry-empty = Digite um número
error-entry-negative = Não pode ser menor que 0
error-entry-not-a-number = Isso não é um número
error-entry-not-whole = Esta unidade só aceita números inteiros
error-entry-over-100 = Não pode passar de 100%
error-entry-too-large = Esse número é grande demais
error-entry-too-long = Esse número é longo demais
error-entry-too-many-decimals = Aqui cabem no máximo { $decimals } casas decimais
error-entry-unfinished = Digite um número
error-entry-zero = Precisa ser maior que 0

## Erros
error-app-stopped = Isso foi interrompido. Nada do que foi salvo se perdeu; tente de novo.
error-pin-wrong = Esse PIN está errado
error-pin-too-short = Um PIN tem pelo menos 4 dígitos
error-pin-too-long = Um PIN tem no máximo 12 dígitos
error-pin-not-digits = Um PIN só tem dígitos
error-pin-wait = Ainda não é possível tentar. Espere um pouco.

## Faixa
strip-nothing = Nada espera para ser enviado
strip-booked = Tudo lançado · { $time }
strip-orders = { $count ->
    [one] Esperando sinal · { $count } pedido seguro neste celular
   *[other] Esperando sinal · { $count } pedidos seguros neste celular
}
strip-others = { $count ->
    [one] Esperando sinal · { $count } registro seguro neste celular
   *[other] Esperando sinal · { $count } registros seguros neste celular
}
strip-both = { $orders ->
    [one] Esperando sinal · { $orders } pedido e mais { $others } seguros neste celular
   *[other] Esperando sinal · { $orders } pedidos e mais { $others } seguros neste celular
}
strip-hand = { $count ->
    [one] { $count } pedido precisa de ajuda
   *[other] { $count } pedidos precisam de ajuda
}
strip-hand-waiting = { $count ->
    [one] { $count } pedido precisa de ajuda · { $waiting } esperando sinal
   *[other] { $count } pedidos precisam de ajuda · { $waiting } esperando sinal
}

## Hoje
today-all-day = O dia todo
today-all-done = Todas as visitas feitas
today-all-done-text = O plano do dia está cumprido. O que você ainda vender também conta.
today-calendar = Agenda
today-customers = Clientes
today-draft = { $count ->
    [one] Rascunho · { $count } linha, { $day } { $time }
   *[other] Rascunho · { $count } linhas, { $day } { $time }
}
today-events = Também hoje
today-failed = Não foi possível ler o dia
today-free = Nenhuma visita planejada para hoje
today-free-text = Venda a quem aparecer, ou procure um cliente por perto.
today-late = Atrasada, { $day }
today-new-order = Novo pedido
today-of = { $done } de { $all }
today-office-said = Escritório:
today-owes = Deve { $amount }, em atraso
today-pick-up = Retomar
today-planned = Próximas hoje
today-progress = { $done } de { $all } visitas feitas
today-search = Procurar um cliente
today-so-far = O dia até agora
today-sold-in = { $count ->
    [0] nada vendido ainda
    [one] vendidos em { $count } pedido
   *[other] vendidos em { $count } pedidos
}
today-tasks = Tarefas para hoje
today-then = Depois
today-title = Hoje
today-until = até { $time }
today-usually = Em geral { $amount }
today-usually-between = Em geral { $low } a { $high }
today-visits = { $count ->
    [one] visita
   *[other] visitas
}

## Visitas
visit-call = Ligar
visit-check-in = Check-in
visit-check-out = Check-out
visit-directions = Como chegar
visit-here-since = Aqui desde { $time }

## Unidades
unit-of = { $unit } { $figure }
unit-nos = Unidade
unit-nos-count = { $count ->
    [one] { $figure } unidade
   *[other] { $figure } unidades
}
unit-bottle = Garrafa
unit-bottle-count = { $count ->
    [one] { $figure } garrafa
   *[other] { $figure } garrafas
}
unit-box = Caixa
unit-box-count = { $count ->
    [one] { $figure } caixa
   *[other] { $figure } caixas
}
unit-case = Fardo
unit-case-count = { $count ->
    [one] { $figure } fardo
   *[other] { $figure } fardos
}
unit-layer = Camada
unit-layer-count = { $count ->
    [one] { $figure } camada
   *[other] { $figure } camadas
}
unit-pack = Pacote
unit-pack-count = { $count ->
    [one] { $figure } pacote
   *[other] { $figure } pacotes
}
unit-pallet = Palete
unit-pallet-count = { $count ->
    [one] { $figure } palete
   *[other] { $figure } paletes
}
