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
customers-none-found = Ninguém encontrado
customers-none-found-text = Tente as primeiras letras do nome, a rua ou o telefone.
customers-none = Seus clientes vão ficar aqui
customers-none-text = Anote o primeiro agora, com ou sem sinal.

## Idade do estoque e dos preços

ages-old = Isto é mais antigo do que a sua empresa permite
ages-old-text = { $ages }. Procure sinal antes de prometer preço ou quantidade; ainda é possível anotar pedidos.
ages-prices = Preços de { $time }
ages-stock = Estoque de { $time }

## Agenda
agenda-after = Próxima semana
agenda-all-day = Dia todo
agenda-before = Semana anterior
agenda-call = Ligação
agenda-day = { $count ->
    [one] { $date }, { $count } compromisso
   *[other] { $date }, { $count } compromissos
}
agenda-entries = { $count ->
    [one] { $count } compromisso
   *[other] { $count } compromissos
}
agenda-failed = Não foi possível ler a agenda
agenda-meeting = Reunião
agenda-nothing = Nada planejado
agenda-nth = dia { $nth } de { $count }
agenda-repeats = Repete
agenda-title = Agenda
agenda-today = Hoje, { $date }
agenda-visit = Visita
agenda-week = Semana { $week }

## Catálogo
catalogue-added = { $name } adicionado
catalogue-all-brands = Todas as marcas
catalogue-brand = Marca
catalogue-failed = Não foi possível ler o catálogo
catalogue-filters = Filtrar a lista
catalogue-groups = Grupos de itens
catalogue-in-van = Na van
catalogue-none = Ainda não há itens
catalogue-none-found = Nada encontrado
catalogue-none-found-text = Tente as primeiras letras das palavras, o código ou o código de barras.
catalogue-none-text = Os itens aparecem aqui quando o escritório os enviar para este celular.
catalogue-review = Revisar pedido
catalogue-search = Procurar item por nome, código ou código de barras
catalogue-search-hint = Nome, código ou barras
catalogue-show-all = Mostrar tudo
catalogue-title = Catálogo

## Cliente
customer-call = Ligar
customer-change = Alterar este cliente
customer-change-save = Salvar a alteração
customer-contacts = Contato e endereço
customer-credit-left = Crédito restante
customer-credit-of = de { $amount }
customer-days-late = { $count ->
    [one] { $count } dia de atraso
   *[other] { $count } dias de atraso
}
customer-failed = Não foi possível ler o cliente
customer-go-on = Continuar o rascunho
customer-last-order = Último pedido
customer-lines = { $count ->
    [one] { $count } linha
   *[other] { $count } linhas
}
customer-local = Novo, aguarda o escritório
customer-mail = E-mail
customer-map = Mapa
customer-new-order = Novo pedido
customer-no-orders = Ainda não há pedidos
customer-order-again-of = Repetir o pedido { $number }
customer-order-usual = Pedir o de sempre
customer-orders = Últimos pedidos
customer-owes = Deve
customer-prices = Preços { $list }
customer-title = Cliente
customer-usual = Costuma comprar

## Novo cliente
error-field-email = Isso não é um endereço de e-mail
error-field-missing = Isto é necessário
error-field-phone = Isso não é um telefone
error-field-too-long = Aqui cabem no máximo 140 caracteres
new-customer-city = Cidade
new-customer-contact = Pessoa de contato
new-customer-default = O padrão do site
new-customer-group = Grupo de clientes
new-customer-here = Usar onde estou
new-customer-here-taken = Local anotado
new-customer-here-unknown = Este celular ainda não sabe onde está. O cliente pode ser salvo assim mesmo.
new-customer-look = { $count ->
    [one] { $count } campo precisa de atenção
   *[other] { $count } campos precisam de atenção
}
new-customer-mail = E-mail
new-customer-name = Nome
new-customer-phone = Telefone
new-customer-pincode = CEP
new-customer-save = Salvar cliente
new-customer-street = Rua e número
new-customer-tax-id = Número fiscal
new-customer-territory = Território

## Itens e estoque
item-add = Adicionar um de { $name }
item-add-more = { $figure } de { $name } no pedido, adicionar mais um
item-add-one = Adicionar { $unit }
item-failed = Não foi possível ler o item
item-in-order = { $figure } no pedido
item-list-prices = Preços de tabela. O que o cliente paga aparece com um pedido aberto.
item-no-price = Sem preço
item-no-stock-kept = Não há estoque deste item.
item-sold-from = Vendido daqui
item-stock = Estoque
item-title = Item
item-units = Unidades e preços
stock-elsewhere = Não está na van · { $elsewhere } no armazém
stock-none = Nem na van nem no armazém
stock-van = Van { $here }
stock-van-low = Van { $here } · pouco
stock-van-part = Van menos de 1 · pouco

## Escanear
scan-counted = Lidos para este pedido
scan-add = Adicionar para { $customer }
scan-empty = Escaneie ou digite um código
scan-empty-text = A câmera adiciona item após item. Um leitor que funciona como teclado digita aqui sozinho.
scan-expired = { $name } foi adicionado, mas esta embalagem venceu em { $day }.
scan-field = Código de barras ou do item
scan-for = Escanear para este pedido
scan-hint = Código
scan-in-order = { $quantity } no pedido
scan-no-draft = Nenhum pedido aberto. Comece um a partir de um cliente para adicionar.
scan-note = Anotar no pedido
scan-note-line = Código sem item: { $code }
scan-noted = Anotado no pedido
scan-search = Procurar
scan-title = Escanear
scan-to-order = Ir ao pedido · { $amount }
scan-unknown = Não está no catálogo
scan-unknown-code = Nenhum item neste celular tem o código { $code }. Nada foi adicionado.
scan-unknown-text = Nada foi adicionado. Procure pelo nome ou informe o código ao escritório na nota de um pedido.
scan-warehouse = { $warehouse }: { $figure }

## Tarefas
tasks-days-late = { $count ->
    [one] { $count } dia de atraso
   *[other] { $count } dias de atraso
}
tasks-done = { $percent }% feito
tasks-failed = Não foi possível ler as tarefas
tasks-late = Atrasadas
tasks-later = Depois
tasks-next = Próximos 7 dias
tasks-none = Nenhuma tarefa aberta
tasks-none-text = As tarefas dos seus projetos aparecem aqui com o prazo.
tasks-open = Sem data
tasks-priority-high = Alta
tasks-priority-urgent = Urgente
tasks-title = Tarefas

## Uma tarefa
error-app-timer-forgotten = O cronômetro está ligado há { $hours } horas. Diga quanto tempo foi de verdade.
error-app-timer-runs = O cronômetro está ligado em “{ $task }”. Pare-o lá primeiro.
error-task-after-project = A tarefa fica depois do fim do projeto, { $date }. O escritório define as duas datas.
error-task-completed-on = Uma tarefa não pode ser concluída num dia futuro. Confira o relógio deste celular.
error-task-dependency-open = “{ $task }” precisa ser concluída antes: esta tarefa depende dela.
error-task-end-after-parent = A tarefa termina depois da tarefa de que faz parte, { $date }. O escritório define as duas datas.
error-task-end-before-start = A tarefa termina antes de começar. O escritório define os dois dias.
error-task-progress = O progresso é no máximo 100%.
error-task-status = O escritório não conhece o status “{ $status }”.
task-activity = Tipo de trabalho
task-add-note = Adicionar nota
task-add-photo = Adicionar foto
task-apart = Informado sem saber do relato anterior. Vale o mais avançado; os dois ficam guardados.
task-by-hand = Manual
task-cancel = Cancelar esta tarefa
task-cancel-text = Conta como encerrada e pode ser retomada.
task-checked = { $done } de { $all }
task-checklist = Lista de verificação
task-complete = Concluir tarefa
task-complete-log = Concluir tarefa · lançar { $time }
task-completed-on = concluída { $date }
task-completed-today = concluída hoje
task-description = O que fazer
task-due = prazo { $date }
task-due-today = para hoje
task-failed = Não foi possível ler a tarefa
task-forgotten = Esquecido? Perguntamos ao parar.
task-forgotten-drop = Não lançar nada
task-forgotten-text = O cronômetro está ligado desde { $date }, { $time }. Quanto durou o trabalho?
task-forgotten-title = O cronômetro ficou ligado
task-history = O que foi informado
task-hours = Horas trabalhadas
task-hours-day = Dia
task-hours-from = Das
task-hours-help = Como 1,5 para uma hora e meia
task-hours-long = Quanto tempo, em horas
task-hours-missing = Diga quanto tempo
task-hours-note = O que foi feito
task-hours-save = Lançar { $time }
task-hours-wrong = De um minuto a 24 horas
task-more = Mais
task-no-history = Nada foi informado ainda.
task-note = Nota
task-note-keep = Guardar esta nota
task-note-title = Nota desta tarefa
task-photos = Fotos e assinaturas
task-progress = Progresso
task-project-own = Projeto { $percent }, por este celular
task-project-share = Projeto { $percent }
task-said-note = Nota
task-sign = Assinar
task-sign-keep = Guardar esta assinatura
task-sign-title = O cliente assina
task-since = Ligado desde { $time }
task-start = Iniciar
task-starts = A partir de { $date }
task-status = Status
task-status-template = Modelo
task-stop = Parar
task-take-up = Retomar
task-time = Tempo neste celular
task-title = Tarefa
task-to-review = Para revisar
task-unknown-here = Não está neste celular
task-waits-for = Depende de
task-waits-open = { $count } em aberto
tasks-blocked = Bloqueada
tasks-by-due = Prazo
tasks-by-priority = Prioridade
tasks-by-project = Projetos
tasks-no-project = Sem projeto
tasks-none-over = Nenhuma encerrada
tasks-none-over-text = As tarefas concluídas neste celular aparecem aqui.
tasks-order = Ordem das tarefas
tasks-over = Feitas
tasks-priority-low = Baixa
tasks-priority-medium = Média
tasks-timed = Em tempo
tasks-waits-for = Depende de “{ $task }”

## Primeiro uso
welcome-first = Venda primeiro.
welcome-second = Sinal depois.
welcome-text = Pedidos, visitas e tarefas ficam seguros neste celular, com ou sem sinal.
welcome-demo = Dar uma olhada antes
welcome-demo-text = Uma empresa de demonstração, só neste celular
settings-language = Idioma
welcome-code-text = Com um código do escritório
welcome-restore-text = De outro celular ou deste mesmo

## Desbloqueio
pin-again = Digite mais uma vez
pin-choose = Escolha um PIN
pin-choose-text = Ele protege o que fica neste celular.
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
pin-changing = Trocando o PIN…
pin-now = Seu PIN atual
pin-now-hint = Depois escolha outro

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
error-app-visit-open = Você ainda está em { $customer }. Faça o check-out lá primeiro.
error-key-derivation = Não foi possível usar o PIN: há pouca memória livre. Feche outros apps e tente de novo.
error-key-store-damaged = A chave deste perfil está danificada neste celular. Restaure uma cópia de segurança.
error-key-store-folder = A pasta das chaves não pode ser usada. Verifique se o celular deixa o Satchel gravar e tente de novo.
error-key-store-misused = A chave não pôde ser guardada. Avise o escritório.
error-key-store-not-found = A chave deste perfil não está neste celular. Restaure uma cópia de segurança.
error-key-store-unavailable = O celular não libera as chaves agora. Desbloqueie o celular e tente de novo.
error-no-randomness = O celular não gerou números aleatórios. Reinicie-o.
error-profile-damaged = O cartão deste perfil não pode ser lido. Os dados estão intactos; restaure uma cópia de segurança ou avise o escritório.
error-profile-key-lost = Este perfil veio de outro celular e não tem chave aqui. Restaure-o de uma cópia de segurança.
error-profile-missing = Esse perfil não está mais neste celular
error-profiles-folder = Não foi possível ler a pasta dos perfis. Verifique se o celular deixa o Satchel ler e gravar nela e tente de novo.
error-store-bad-input = Algo não pôde ser lido e não foi salvo. O que já estava salvo está intacto.
error-store-closed = O perfil foi bloqueado nesse meio-tempo. Desbloqueie e tente de novo.
error-store-damaged = O banco de dados está danificado. Abra o perfil de novo com o PIN: o que puder ser lido é salvo, e nada é jogado fora.
error-store-disk-full = O celular está cheio. Libere espaço e tente de novo; o que foi salvo está seguro.
error-store-failed = O celular não salvou isso. O que já estava salvo está seguro; tente de novo.
error-store-in-use = Este perfil está aberto em outra janela. Feche-a primeiro.
error-store-newer = Um Satchel mais novo gravou isto. Atualize o app; nada foi alterado.
error-store-no-device-code = Este celular não tem código de dispositivo e não pode numerar recibos. Peça um novo código ao escritório.
error-store-not-allowed = Isso não é mais possível: o pedido já avançou
error-store-not-found = Isso não está mais neste celular
error-store-read-only = O Satchel não pode gravar na sua pasta. Devolva a permissão e tente de novo; nada foi alterado.
error-app-demo = Não foi possível montar a empresa de demonstração. Nada foi alterado.
error-app-empty-order = Ainda não há nada neste pedido
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
    }: falta, é longo demais ou não pode ser assim
error-app-masters = Os dados do escritório não servem para os preços. Avise o escritório; seus pedidos estão seguros.
error-app-no-price = { $item } não tem preço. Digite um ou retire o item.
error-app-not-found = Isso não está neste celular ({ $what })
error-app-randomness = O celular não gerou números aleatórios. Reinicie-o.
error-app-unreadable = Algo guardado neste celular não pode ser lido ({ $what }). Nada foi alterado.
error-backup-code-used = Esse código de dispositivo já numerou recibos. Peça outro ao escritório.
error-backup-foreign = Este arquivo não é uma cópia de segurança do Satchel
error-backup-last-receipt = Esse último número de recibo não combina com esta cópia
error-backup-newer = Um Satchel mais novo fez esta cópia. Atualize o app primeiro.
error-backup-passphrase = Essa frase secreta não abre este arquivo
error-backup-torn = O arquivo está danificado ou incompleto. Copie-o de novo ou use outro.
error-boot-no-folder = O celular não dá ao Satchel uma pasta para guardar nada. Inicie-o com --data e uma pasta.
error-passphrase-too-short = Uma frase secreta tem pelo menos 8 caracteres

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
visit-picture = Tirar foto
visit-pictures = { $count ->
    [one] uma foto
   *[other] { $count } fotos
}
visit-here-since = Aqui desde { $time }

## Uma visita e a rota do dia
customer-visits = Visitas
route-anew = Ordenar para mim
route-by-hand = Na ordem que você escolheu para hoje.
route-by-plan = Ordenada por horários combinados e distância.
route-carry = Levar { $customer } para outro lugar
route-down = Mover { $customer } para baixo
route-late = Chegada por volta de { $time }, com atraso
route-maps = Abrir nos mapas
route-moved = { $customer } agora é { $place } de { $count }
route-none = Não restam paradas hoje
route-none-text = As visitas planejadas no calendário ficam aqui, na ordem do caminho.
route-stops = { $count ->
    [one] uma parada
   *[other] { $count } paradas
}
route-straight = As distâncias são em linha reta. As estradas são mais longas.
route-title = Rota do dia
route-total = { $distance } ao todo
route-up = Mover { $customer } para cima
today-missed = Não feitas
today-missed-at = Planejada: { $day } { $time }
today-missed-day = Planejada: { $day }
today-near = Um cliente por perto
today-near-away = a { $distance }
today-near-planned = planejada para hoje
today-past = Passou da hora
today-route = Rota do dia
visit-accuracy = com precisão de { $distance }
visit-arrived = Chegada
visit-away = a { $distance } do endereço
visit-broken-changed = Este registro foi alterado depois de feito: já não corresponde ao seu selo.
visit-broken-elsewhere = Este registro não segue o anterior do seu celular.
visit-broken-missing = Faltam registros anteriores a este.
visit-customer = Cliente
visit-failed = Não foi possível ler a visita
visit-files = Fotos e assinatura
visit-from-until = { $day } { $from } às { $until }
visit-goes-on = Aqui agora
visit-happened = O que aconteceu
visit-left = Saída
visit-link = { $end } · registro { $number } de { $device }
visit-missed = Não feita
visit-note = Nota
visit-note-label = O que vale lembrar
visit-order = Pedido de { $amount }
visit-photo = Foto
visit-place = Lugar
visit-planned = Planejada
visit-planned-for = Planejada para { $time }
visit-record = Registro
visit-record-none = Esta visita foi feita antes de as visitas serem seladas.
visit-record-whole = Selado e sem alterações. Cada registro leva o selo do anterior.
visit-sign = Colher assinatura
visit-sign-keep = Guardar a assinatura
visit-signed = Assinado pelo cliente
visit-simulated = Esta posição foi inventada por um aplicativo do celular.
visit-task = Tarefa, { $percent } % feita
visit-time = { $minutes ->
    [one] Um minuto de trabalho lançado
   *[other] { $minutes } minutos de trabalho lançados
}
visit-title = Visita
visit-unplanned = Não planejada

## A caminho
sync-backup = Fazer uma cópia de segurança
sync-failed = Não foi possível ler o que está esperando
sync-look = Ver
sync-none-text = Pedidos, visitas e novos clientes ficam aqui até chegarem ao escritório.
sync-things = { $count ->
    [one] { $count } registro
   *[other] { $count } registros
}
sync-title = A caminho

## Mais
more-add-demo = Adicionar a empresa de demonstração
more-backup-text = Um arquivo cifrado com tudo
more-catalogue = Catálogo
more-device = { $device } · { $items } itens neste celular
more-lock = Bloquear agora
more-look = Aparência e idioma
more-phone = Este celular
more-pin = Trocar o PIN
more-switch-text = Bloqueia; outra pessoa digita seu PIN
more-users = Usuários deste celular
more-users-text = Trocar ou adicionar

## Configurações
settings-size-double = O dobro
settings-size-large = Grande
settings-size-larger = Um pouco maior
settings-size-largest = Muito grande
settings-size-standard = Padrão
settings-text-size = Tamanho do texto
settings-theme = Claro e escuro
settings-theme-dark = Escuro
settings-theme-light = Claro
settings-theme-system = Como o celular

## Sobre
about-libraries = Bibliotecas Rust
about-text = Pedidos, visitas e tarefas sem rede, para o ERPNext. O que você registra fica neste celular, cifrado, até chegar ao escritório.
about-title = Sobre o Satchel
about-version = Satchel { $version }
about-works = Com gratidão pelo trabalho de

## Cópia de segurança
backup-title = Cópia de segurança
backup-again = A frase secreta mais uma vez
backup-differs = Essa foi outra frase secreta
backup-done = Concluir
backup-file = Arquivo
backup-made = A cópia de segurança está feita
backup-made-text = { $count ->
    [0] Está tudo nela. Só a frase secreta a abre.
    [one] Está tudo nela, incluindo { $count } registro à espera. Só a frase secreta a abre.
   *[other] Está tudo nela, incluindo { $count } registros à espera. Só a frase secreta a abre.
}
backup-made-where = Guarde-a fora deste celular:
backup-making = Fazendo a cópia de segurança…
backup-passphrase = Frase secreta
backup-passphrase-help = Pelo menos 8 caracteres; várias palavras é melhor. Sem ela ninguém abre a cópia.
backup-text = Um arquivo cifrado com todo este perfil: pedidos à espera, rascunhos, visitas, clientes, preços.

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

## Pedidos
orders-all = Todos
orders-day-sum = { $amount } em { $count }
orders-drafts = Rascunhos
orders-failed = Não foi possível ler os pedidos
orders-lines = { $count ->
    [one] { $count } linha
   *[other] { $count } linhas
}
orders-new = Novo pedido
orders-none = Seus pedidos ficarão aqui
orders-none-text = Tire o primeiro agora, com ou sem sinal. Ele fica neste celular até o escritório recebê-lo.
orders-none-booked = Nada foi registrado ainda
orders-none-booked-text = Um pedido vem para cá quando o escritório o recebe.
orders-none-drafts = Nenhum pedido pela metade
orders-none-drafts-text = Um pedido deixado antes de ser feito espera aqui, salvo a cada mudança.
orders-none-found = Nenhum pedido encontrado
orders-none-found-text = Tente o cliente, o número do recibo ou o do escritório.
orders-none-hand = Nada precisa de atenção
orders-none-hand-text = Um pedido recusado pelo escritório vem para cá, com as palavras do escritório.
orders-none-waiting = Nada espera
orders-none-waiting-text = Todos os pedidos deste celular chegaram ao escritório.
orders-none-withdrawn = Nada foi retirado
orders-none-withdrawn-text = Um pedido retirado antes do envio fica aqui com o motivo.
orders-office = Escritório:
orders-search = Procurar um pedido
orders-search-close = Fechar a busca
orders-search-hint = Cliente ou número
orders-segments = Pedidos por situação
orders-title = Pedidos

## Linhas e somas de um pedido
delivery-from = Entrega: { $date } · { $warehouse }
delivery-note = Observação
delivery-on = Entrega: { $date }
lines-counted = { $quantity } × { $rate }
sums-discount = Desconto
sums-grand = Total
sums-included = { $tax } incluso
sums-net = Líquido
sums-rounding = Arredondamento
sums-total = Itens

## Detalhe do pedido
booked-booked = No escritório
booked-difference = O escritório registrou outro valor
booked-draft = No escritório como { $name }, rascunho
booked-promised = No recibo
booked-submitted = No escritório como { $name }, enviado
order-detail-add-picture = Adicionar foto
order-detail-again = Pedir de novo
order-detail-failed = Não foi possível ler o pedido
order-detail-happened = O que aconteceu
order-detail-lines = { $count ->
    [one] { $count } linha
   *[other] { $count } linhas
}
order-detail-map = Onde foi feito
order-detail-next-checking = A resposta do escritório se perdeu. O Satchel pergunta se ele tem o pedido antes de enviar de novo.
order-detail-next-hand = Fica guardado aqui e não é reenviado sozinho. Peça de novo com uma mudança, fale com o escritório ou retire-o. Nada se perde.
order-detail-next-sending = Está a caminho do escritório.
order-detail-next-waiting = Seguro neste celular. Espera para ser enviado.
order-detail-office-says = O escritório diz
order-detail-picture-size = { $size } MB
order-detail-picture-there = No escritório
order-detail-pictures = Fotos
order-detail-reason = Por que é retirado?
order-detail-reason-help = O motivo fica com o pedido.
order-detail-reason-missing = Escreva antes um motivo
order-detail-receipt = Recibo
order-detail-signature = Assinatura de { $customer }
order-detail-title = Pedido
order-detail-withdraw = Retirar…
order-detail-withdraw-do = Retirar este pedido
order-detail-withdraw-title = Retirar o pedido
timeline-answer-lost = Resposta perdida
timeline-booked = Registrado pelo escritório
timeline-copied-from = Copiado de outro pedido
timeline-handed-over = Deixado com um supervisor
timeline-kept = Guardado aqui, não reenviado sozinho
timeline-mended = Outro pedido vai no lugar deste
timeline-other = Aconteceu outra coisa
timeline-placed = Feito neste celular
timeline-position = posição ±{ $metres } m
timeline-position-old = posição ±{ $metres } m, de { $minutes } min atrás
timeline-position-unknown = posição desconhecida
timeline-postponed = Enviado mais tarde
timeline-refused = Não registrado
timeline-salvaged = Salvo de um arquivo danificado
timeline-sending = Enviado ao escritório
timeline-sent-again = Enviado de novo
timeline-signed = Assinado pelo cliente
timeline-submit-refused = O escritório tem como rascunho; não foi submetido
timeline-submitted = Enviado para faturamento
timeline-totals-differ = O total do escritório é outro
timeline-withdrawn = Retirado

## Pedido feito
placed-booked = O escritório já o tem.
placed-failed = Não foi possível ler o pedido
placed-hand = Guardado neste celular; precisa de atenção.
placed-new = Novo pedido
placed-open = Ver pedido
placed-sending = A caminho do escritório.
placed-title = Pedido feito
placed-today = Voltar a Hoje
placed-waiting = { $count ->
    [one] Seguro neste celular. Espera para ser enviado.
   *[other] Seguro neste celular · { $count } pedidos esperam sinal
}
placed-withdrawn = Foi retirado.

## Recibo
receipt-failed = Não foi possível fazer o recibo
receipt-label-date = Data
receipt-label-delivery-date = Entrega
receipt-label-discount = Desconto
receipt-label-free = grátis
receipt-label-net-total = Total líquido
receipt-label-not-booked = Ainda não registrado pelo escritório
receipt-label-order = Pedido
receipt-label-po-no = Seu pedido
receipt-label-receipt = Recibo
receipt-label-rounding = Arredondamento
receipt-label-sales-person = Vendedor
receipt-label-tax-id = CNPJ/NIF
receipt-label-thanks = Obrigado
receipt-label-total = Total
receipt-label-total-qty = Quantidade
receipt-name = Recibo { $number }

## Revisão
review-edit = Editar
review-failed = Não foi possível ler o pedido
review-gone = Isto não é mais um rascunho
review-gone-text = Foi feito ou descartado. Os pedidos feitos estão em Pedidos.
review-more = { $count ->
    [one] mais { $count } linha, { $amount }
   *[other] mais { $count } linhas, { $amount }
}
review-not-placed = Não foi feito. O rascunho continua aqui.
review-place = Fazer pedido · { $amount }
review-provisional = O preço ainda pode mudar
review-refused = O escritório recusaria este pedido
review-title = Revisão
review-works-offline = Funciona sem sinal. O número do recibo vem na hora.
## Pedido
line-set-price = Definir preço
order-add = Adicionar item por nome, código ou código de barras
order-add-first = Adicione itens para revisar
order-add-hint = Adicionar por nome ou código
order-added = { $name } adicionado
order-again = Pedir de novo
order-again-of = { $date } · { $amount }
order-amount = Valor
order-and-free = mais { $quantity } { $name } grátis
order-coupon = Cupom
order-coupon-label = Código do cupom
order-coupon-remove = Retirar
order-coupon-use = Usar este cupom
order-customer = Cliente
order-delivery = Data de entrega
order-delivery-other = Outro dia
order-discard = Descartar este rascunho
order-discarded = O rascunho está na lixeira
order-discarded-text = Fica lá por 30 dias. Recupere-o se foi sem querer.
order-discount = Desconto
order-discount-all = Desconto no pedido
order-discount-kind = Porcentagem ou valor
order-discount-of = Desconto { $figure }
order-discount-remove = Retirar o desconto
order-each = { $rate } cada
order-empty = O que vai ser?
order-empty-text = Digite um nome ou leia um código abaixo. Cada mudança fica salva neste celular.
order-facts = Sobre este pedido
order-failed = Não foi possível abrir o pedido
order-free-order = grátis com este pedido
order-free-with = grátis com { $quantity }
order-give-discount = Dar este desconto
order-lines = { $count ->
    [one] { $count } linha
   *[other] { $count } linhas
}
order-more = Mais sobre este pedido
order-no-price = Sem preço neste celular
order-not-yet = Ainda não pode ser feito
order-note = Nota
order-note-done = Guardar esta nota
order-note-help = Vai para o escritório com o pedido
order-note-label = Nota para o escritório
order-note-there = Nota escrita
order-percent = Porcentagem
order-price-missing = { $count ->
    [one] { $count } linha sem preço
   *[other] { $count } linhas sem preço
}
order-provisional = Este preço ainda pode mudar
order-rate-remove = Retirar o preço
order-rate-sub = Seu preço para este pedido
order-rate-unit = { $currency } por { $unit }
order-refused = O escritório não aceitaria isto
order-removed = { $name } removido
order-restore = Recuperar
order-review = Revisar pedido
order-safe = salvo neste celular
order-saves = economiza { $amount }
order-scan = Ler códigos
order-set-price = Definir este preço
order-set-quantity = Definir { $quantity }
order-stock = Van { $here } · { $elsewhere } no depósito
order-stock-short = { $count ->
    [one] Van tem { $here }, falta um
   *[other] Van tem { $here }, faltam { $short }
}
order-stock-short-store = { $count ->
    [one] Van tem { $here }, falta um · { $elsewhere } no depósito
   *[other] Van tem { $here }, faltam { $short } · { $elsewhere } no depósito
}
order-summary = { $lines } · líquido { $net } · imposto { $tax }
order-tax-template = Impostos
order-tax-template-by-rule = Conforme as regras
order-title = Pedido
order-total = Total
order-totals = Totais
order-type-quantity = Digite a quantidade
order-unit-holds = { $unit } = { $quantity }
order-unit-of = Unidade de { $name }
order-usual = { $count ->
    [one] A cesta de sempre · { $count } item
   *[other] A cesta de sempre · { $count } itens
}
order-warehouse = Depósito
order-why-total = Por que este total?
order-your-discount = Seu desconto { $figure }
order-your-price = Seu preço

## Por quê
why-by-rules = { $figure } por { $rules }
why-keep = Manter { $price }
why-not-used = Visto, não usado
why-own-price = { $list }, feito para este cliente
why-price-batch = para um lote
why-price-customer-price-first = o preço do cliente vem antes
why-price-expired = não vale mais
why-price-later-price-first = um preço mais recente vem antes
why-price-not-yet-valid = ainda não vale
why-price-of = Preço { $rate }
why-price-other-price-list = outra lista de preços
why-price-other-uom = outra unidade
why-price-own-price-first = o preço do próprio item vem antes
why-price-packing-unit = não fecha a embalagem
why-rule-amount = valor não atingido
why-rule-applied = aplicado
why-rule-applied-on-other = dado em outra linha
why-rule-checks-only = só confere
why-rule-condition-false = sua condição não se cumpre
why-rule-condition-unknown = só o escritório sabe
why-rule-coupon = precisa de cupom
why-rule-later-in-search = uma regra mais específica vem antes
why-rule-lower-priority = outra regra vem antes
why-rule-other-item = para outro item
why-rule-other-party = para outros clientes
why-rule-other-price-list = outra lista de preços
why-rule-other-uom = outra unidade
why-rule-other-warehouse = outro depósito
why-rule-outside-dates = não neste dia
why-rule-quantity = quantidade não atingida
why-step-discount-amount = Desconto
why-step-discount-percentage = Desconto
why-step-distributed-discount = Parte do desconto do pedido
why-step-free = Grátis
why-step-included-tax = Imposto no preço
why-step-margin-amount = Margem
why-step-margin-percentage = Margem
why-step-net-rate = Preço líquido
why-step-price-list-rate = Preço de lista
why-step-rate = Preço para este cliente
why-sub = { $name } · { $unit }
why-tax-of = { $rate } de { $base }
why-taxes = Impostos e encargos
why-times = { $quantity } × { $rate } = { $amount }
why-total-discount-amount = Desconto
why-total-grand-total = Com impostos
why-total-net-total = Líquido
why-total-rounded-total = Arredondado
why-total-rounding-adjustment = Arredondamento
why-total-taxes-and-charges = Impostos e encargos
why-total-total = Soma das linhas
why-worked-out = Calculado neste celular com os preços que ele tem. O escritório registra o mesmo valor.

## Mudanças recusadas
error-edit-delivery-in-past = A entrega não pode ser antes de hoje
error-edit-negative-amount = O valor não pode ser menor que 0
error-edit-negative-qty = A quantidade não pode ser menor que 0
error-edit-no-such-line = Essa linha não existe mais
error-edit-note-too-long = A nota é longa demais. O que foi salvo antes fica.
error-edit-nothing-to-undo = Não há nada a desfazer
error-edit-percentage = O desconto fica entre 0 e 100 %
error-edit-qty-too-large = Essa quantidade é grande demais

## Preços
pricing-message-item-price-added = Seu preço de { $item } passa a ser o preço em { $price-list }
pricing-message-item-tax-template-updated = Linha { $row }, { $item }: o imposto segue o preço
pricing-message-rule-not-applied = Linha { $row }, { $item }: foi dado menos do que { $rule } permite
pricing-message-transaction-rule-not-applied = Foi dado menos do que uma regra permite
pricing-provisional-condition = Só o escritório sabe se { $rule } vale
pricing-provisional-coupon-use = Outros podem ter esgotado o cupom { $coupon }
pricing-provisional-cumulative-rule = { $rule } conta também pedidos anteriores, que só o escritório tem
pricing-provisional-missing-master = { $doctype } { $name } não está neste celular
pricing-provisional-unknown-version = O escritório usa a versão { $version }, nova para este app
pricing-provisional-loading = Preços e impostos ainda estão chegando do escritório

## Restauração
restore-code = Os recibos daqui levam o código de dispositivo { $code }, para que nenhum número se repita
restore-found = Encontradas neste celular
restore-look = Ver o conteúdo
restore-looking = Abrindo…
restore-text = Escolha o arquivo e digite a frase secreta. Nada neste celular é substituído.
restore-title = Restaurar uma cópia de segurança
restore-unsent = { $count ->
    [0] Nada nela espera para ser enviado
    [one] { $count } registro nela espera para ser enviado
   *[other] { $count } registros nela esperam para ser enviados
}
restore-working = Restaurando…

## Problemas
salvage-aside = O arquivo danificado foi guardado à parte, não apagado:
salvage-drafts = { $count ->
    [0] Não havia rascunhos
    [one] { $count } rascunho está seguro
   *[other] { $count } rascunhos estão seguros
}
salvage-go-on = Continuar
salvage-incomplete = { $count ->
    [one] As linhas de { $count } pedido não puderam ser lidas. Veja-o em Pedidos e refaça-o.
   *[other] As linhas de { $count } pedidos não puderam ser lidas. Veja-os em Pedidos e refaça-os.
}
salvage-masters = O catálogo, os clientes e os preços não puderam ser lidos. Eles voltam do escritório assim que houver sinal.
salvage-orders = { $count ->
    [0] Nenhum pedido estava à espera
    [one] { $count } pedido à espera está seguro
   *[other] { $count } pedidos à espera estão seguros
}
salvage-others = { $count ->
    [one] { $count } visita ou cliente à espera em segurança
   *[other] { $count } visitas e clientes à espera em segurança
}
salvage-text = O banco de dados deste perfil estava danificado. O Satchel retirou o que pôde ser lido e colocou em um novo.
salvage-title = Reparado após um dano
trouble-anew = Deixar aqui e começar de novo
trouble-retry = Tentar de novo
trouble-safe = Nada neste celular foi apagado.
trouble-title = O Satchel não consegue abrir isto

## Portador

error-courier-not-ours = Este não é um arquivo de portador do Satchel
error-courier-torn = O arquivo está danificado ou incompleto. Copie de novo.
error-courier-newer = Um Satchel mais novo fez este arquivo. Atualize o aplicativo primeiro.
error-courier-other-key = Este arquivo está trancado para outro site
error-courier-foreign = Nenhum aparelho deste site fez este arquivo
error-courier-delivered = Este arquivo já foi entregue
error-courier-other-receipt = Este comprovante não é de um arquivo deste aparelho
error-courier-no-key = O escritório não deu a este aparelho a chave de portador. Peça um novo código de cadastro.
error-courier-nothing = Nada espera, então não há o que levar
error-courier-file = O arquivo não pode ser gravado ou lido. Escolha outro lugar.

## Cadastro do aparelho

error-enrol-not-ours = Este não é um código de cadastro do Satchel. Peça ao escritório o código impresso para você.
error-enrol-newer = Um Satchel mais novo fez este código. Atualize o aplicativo primeiro.
error-enrol-torn = Falta uma parte do código. Leia de novo ou copie tudo.
error-enrol-expired = Este código venceu. Peça um novo ao escritório e confira o relógio deste aparelho.
error-enrol-used = Este código já foi usado. Peça um novo ao escritório.
error-enrol-wrong-user = O site diz que este código é de outra pessoa. Peça um novo ao escritório.
error-enrol-other-site = Este código é de outro site. Este perfil é de { $site }.
error-enrol-other-user = Este código é de outra pessoa. Este perfil é de { $user }.
error-enrol-here-already = Este perfil já está neste aparelho. Desbloqueie e cadastre de novo em Mais.

## O site

error-address-invalid = Isto não é o endereço de um site
error-address-scheme = O endereço de um site começa com https://
error-address-unprotected = O site precisa de https, ou outros poderiam ler o que este aparelho envia
error-address-credentials = Deixe o usuário e a senha fora do endereço
error-token-invalid = As chaves deste cadastro não servem. Peça um novo código ao escritório.
error-sync-not-enrolled = Este perfil não está cadastrado em um site
error-authorities-unreadable = Os certificados que o escritório deu não podem ser lidos
error-http-setup = Não é possível preparar conexões seguras neste aparelho
error-site-offline = O site não pode ser alcançado. Tudo está seguro neste aparelho.
error-site-transient = O site está com problemas agora. O Satchel tenta de novo sozinho. { $words }
error-site-unknown = A resposta do site se perdeu. O Satchel verifica se chegou antes de enviar de novo.
error-site-refused = O site recusou: { $words }
error-site-refused-silently = O site recusou e não disse por quê ({ $exc-type })
error-site-unauthorised = O site não aceita mais a chave deste aparelho. Tudo está guardado; peça um novo código de cadastro ao escritório.
error-site-throttled = O site pede para esperar antes de enviar mais
error-site-maintenance = O site está em manutenção. O Satchel tenta de novo sozinho.
error-site-certificate = O certificado do site não é válido. Nada foi enviado; avise o escritório.
error-site-not-frappe = Outra coisa respondeu no lugar do site. Se esta rede tem uma página de entrada, entre primeiro.

## Central de envio
conflict-before = Era { $value }
conflict-decide = Ficar com o marcado
conflict-fields = { $count ->
    [one] Um campo
   *[other] { $count } campos
}
conflict-mine = O seu
conflict-no = Não
conflict-section = Alterado dos dois lados
conflict-text = Você e o escritório alteraram a mesma coisa. O seu vale até você decidir.
conflict-theirs = O do escritório
conflict-title = Qual está certo?
conflict-yes = Sim
load-bytes = { $done } de { $total } MB
load-can-sell = Você já pode fazer pedidos; o resto vem sozinho.
load-count = { $done } de { $total }
load-left = { $count ->
    [one] falta cerca de um minuto
   *[other] faltam cerca de { $count } minutos
}
load-not-yet = Dá para fazer pedidos assim que os preços chegarem. Deixe o app aberto.
load-title = Buscando o que sua empresa vende
sync-alone = Guardado só neste celular
sync-alone-text = Este perfil não pertence a nenhum site. Nada sai do celular, a não ser por cópia de segurança.
sync-courier = Levar em arquivo
sync-fetching = Buscando o que mudou
sync-fetching-text = Tudo o que você escreveu está no escritório.
sync-hand = { $count ->
    [one] Uma coisa precisa de ajuda
   *[other] { $count } coisas precisam de ajuda
}
sync-hand-text = Nada se perde: fica guardado neste celular até ser resolvido.
sync-hand-over = Pedir ao escritório
sync-handed = Deixado ao supervisor
sync-held = depois de { $title }
sync-last = Último contato com o escritório { $time }
sync-later = De novo { $time }
sync-leave-draft = Deixar como rascunho
sync-mend = Corrigir
sync-mend-send = Enviar com estas alterações
sync-never = Ainda sem contato com o escritório
sync-note = O que o escritório deve fazer?
sync-note-along = Sua nota vai para o escritório com tudo isto, como arquivo na página do cliente, da tarefa ou do projeto. Daqui não é mais enviado; quando o escritório o lançar, este celular descobre sozinho.
sync-note-help = Fica aqui com sua nota e não é mais enviado. Mostre ao seu supervisor: quando o escritório o lançar, este celular descobre sozinho.
sync-now = Tentar agora
sync-offline = Sem sinal
sync-offline-since = Sem sinal desde { $time }
sync-paused-office = Tudo fica guardado aqui. Peça um novo código ao escritório e conecte de novo em Mais.
sync-paused-until = Tudo fica guardado aqui e segue sozinho às { $time }.
sync-safe-leaves = { $count ->
    [one] Uma coisa está segura neste celular. Ela sai sozinha.
   *[other] { $count } coisas estão seguras neste celular. Elas saem sozinhas, nesta ordem.
}
sync-send-again = Enviar de novo
sync-sending = Sendo enviado
sync-stuck = Tentado { $count } vezes sem sucesso. Continua guardado e ainda é tentado algumas vezes por dia; os outros documentos saem normalmente.
sync-withdraw = Retirar
sync-working = Trabalhando…
sync-your-note = Sua nota: { $note }

## Levar em arquivo
courier-delivered = { $count ->
    [one] Uma coisa está no escritório
   *[other] { $count } coisas estão no escritório
}
courier-differ = { $count ->
    [one] Um pedido foi registrado com outro total. Ele mostra os dois valores.
   *[other] { $count } pedidos foram registrados com outros totais. Cada um mostra os dois valores.
}
courier-file = Para onde
courier-read = Ler o comprovante
courier-receipt = O comprovante
courier-receipt-text = O escritório dá um comprovante quando entrega o arquivo. Leia-o aqui, e o celular sabe o que chegou.
courier-receipt-title = De volta do escritório
courier-refused = { $count ->
    [one] Uma coisa foi recusada. Ela fica neste celular.
   *[other] { $count } coisas foram recusadas. Elas ficam neste celular.
}
courier-text = O que espera vai para um arquivo que só o escritório abre. Leve-o num cartão ou cabo, ou compartilhe. O que o celular enviar nesse meio-tempo chega uma vez só.
courier-unchanged = { $count ->
    [0] Nada mais mudou.
    [one] Uma coisa já era conhecida.
   *[other] { $count } coisas já eram conhecidas.
}
courier-write = Gravar o arquivo
courier-written = O arquivo { $number } está gravado
courier-written-text = { $count ->
    [one] Uma coisa está nele. Ela fica neste celular até o escritório ter.
   *[other] { $count } coisas estão nele. Elas ficam neste celular até o escritório ter.
}

## Conectar à empresa
connect-again = Conectar de novo
connect-again-done = Conectado. O que espera é enviado sozinho.
connect-again-go = Usar este código
connect-again-text = Quando o site deixa de aceitar este celular, o escritório fornece um novo código. Tudo o que espera aqui fica guardado e segue depois.
connect-code = Código do escritório
connect-code-help = Começa com SATCHEL
connect-device = Os recibos deste celular começam com { $device }
connect-look = Ler o código
connect-picture = Ler o código de uma imagem
connect-text = O escritório fornece um código para este celular. Cole-o aqui: nada é enviado antes de você ver o que ele diz.
connect-title = Conectar à sua empresa
connect-until = Pode ser usado até { $time }
connect-working = Conectando…

## O que o escritório recusaria
refusal-account-of-other-company = Imposto { $row }: a conta { $account } não é de { $company }
refusal-actual-included = Imposto { $row } é um valor fixo e não pode estar no preço
refusal-apply-discount-on-missing = Escolha sobre o que é o desconto
refusal-below-cost = Linha { $row }: { $item } está abaixo de { $reference }; no mínimo { $rate }
refusal-commission-rate = A comissão não está entre 0 e 100 %
refusal-coupon-expired = Este cupom não vale mais
refusal-coupon-not-started = Este cupom ainda não vale
refusal-coupon-used-up = Este cupom já foi usado
refusal-delivery-before-order = A entrega não pode ser antes do pedido
refusal-discount-above-total = O desconto { $discount } passa do total { $total }
refusal-division-by-zero = Um imposto no preço leva todo o preço
refusal-does-not-exist = { $doctype } { $name } não existe
refusal-duplicate-due-dates = Dois pagamentos vencem no mesmo dia: { $rows }
refusal-duplicate-item = { $item } está duas vezes no pedido
refusal-end-of-life = { $item } não é mais vendido desde { $date }
refusal-first-tax-row-chained = O primeiro imposto não pode depender de um anterior
refusal-included-also = O imposto { $row } está no preço, então { $rows } também deve
refusal-item-disabled = { $item } não é mais vendido
refusal-item-is-template = { $item } é um modelo; escolha uma variante
refusal-link-not-found = { $what } { $name } não é conhecido
refusal-max-discount = { $item } aceita no máximo { $max } % de desconto
refusal-multiple-pricing-rules = Várias regras valem e nenhuma vem antes: { $rules }
refusal-negative-total = O total é menor que 0
refusal-no-delivery-date = Falta a data de entrega
refusal-no-exchange-rate = Sem câmbio de { $from } para { $to }
refusal-no-free-item = { $rule } dá um item grátis mas não diz qual
refusal-no-items = O pedido não tem linhas
refusal-out-of-range = Um número é grande demais ({ $field })
refusal-party-disabled = { $customer } está desativado
refusal-party-frozen = { $customer } está bloqueado
refusal-payment-schedule-total = As condições de pagamento não fecham o total
refusal-price-list-disabled = A lista { $price-list } está desativada
refusal-qty-must-be-whole = Linha { $row }: { $qty } { $uom } não é inteiro, e { $uom } só vem inteiro
refusal-recursive-transaction-rule = Uma regra do pedido inteiro chama a si mesma; fale com o escritório
refusal-shipping-country = A regra de frete não vale para { $country }
refusal-shipping-country-missing = O endereço não tem país, e a regra de frete precisa
refusal-tax-row-id = O imposto { $row } depende de um que não existe
refusal-tax-row-id-not-allowed = Um imposto depende de outro onde não pode
refusal-template-disabled = { $doctype } { $name } está desativado
refusal-threshold-hint = { $rule } está tão perto do limite que o escritório falha; mude a quantidade
refusal-zero-qty = Linha { $row }: { $item } sem quantidade

## Envio

sync-parked-cancelled = O escritório cancelou { $name }
sync-parked-deleted = O escritório apagou o rascunho
sync-parked-replaced-arrived = O primeiro chegou afinal como { $name }: retire este
sync-parked-replaced-changed = O escritório alterou { $name } desde então. Fale com eles ou deixe o deles como está
sync-parked-unreadable = Este documento não pode ser lido neste aparelho; peça suporte
sync-paused-maintenance = Em pausa: o sistema do escritório está sendo atualizado. Continua sozinho.
sync-paused-not-set-up = Em pausa: o sistema do escritório não está preparado para o Satchel, então nada mais é enviado. Tudo está guardado; fale com o escritório.
sync-paused-not-permitted = Em pausa: o escritório tirou deste usuário o direito a pedidos. Tudo está guardado e segue sozinho quando o direito voltar; fale com o escritório.
sync-paused-throttled = Em pausa: o escritório pediu menos solicitações. Continua sozinho.
sync-paused-unauthorised = Em pausa: o escritório não aceita mais a chave deste aparelho. Tudo está guardado; peça um novo cadastro ao escritório.
## On the way to the office
outgoing-customer = Cliente novo
outgoing-address = Endereço
outgoing-contact = Contato
outgoing-sales-order = Pedido
outgoing-slip = Nota ao escritório
outgoing-submit = Confirmação do pedido
outgoing-attachment = Arquivo ou assinatura
outgoing-check-in = Visita
outgoing-check-out = Fim de uma visita
outgoing-event = Compromisso
outgoing-task = Tarefa
outgoing-timesheet = Horas trabalhadas
outgoing-change-customer = Alteração de um cliente
outgoing-change-event = Alteração de um compromisso
outgoing-change-task = Alteração de uma tarefa
difference-price-changed = O preço de { $item } mudou desde então: { $phone } no recibo, { $server } no escritório.
difference-priced-by-site = O site calculou os preços por conta própria; este usuário não pode definir preços lá.
difference-provisional = O preço depende do que só o escritório sabe, como diz o recibo.
difference-rate-changed = O escritório registrou { $item } a { $server } em vez de { $phone }.
difference-rounding = O escritório arredonda o total de outra forma.
difference-taxes = O escritório calculou outros impostos.
difference-unknown = O motivo não é conhecido aqui. Pergunte ao escritório.
mend-closed = Fechado
mend-private = Só eu
mend-public = Todos
field-activity-type = Tipo de trabalho
field-address-line1 = Rua e número
field-address-line2 = Endereço, segunda linha
field-address-title = Nome no endereço
field-city = Cidade
field-completed-on = Concluída em
field-country = País
field-customer-group = Grupo de clientes
field-customer-name = Nome do cliente
field-description = Descrição
field-email-id = E-mail
field-ends-on = Termina
field-event-type = Quem vê
field-exp-end-date = Prazo
field-exp-start-date = Início previsto
field-first-name = Nome
field-from-time = Começou
field-hours = Horas trabalhadas
field-last-name = Sobrenome
field-mobile-no = Celular
field-note = Observação
field-pincode = CEP
field-priority = Prioridade
field-progress = Progresso em porcentagem
field-project = Projeto
field-starts-on = Começa
field-state = Estado
field-status = Situação
field-subject = Assunto
field-task = Tarefa
field-tax-id = CNPJ ou CPF
field-territory = Região
error-app-mended-meanwhile = O pedido { $number }, que este substituiria, seguiu outro caminho enquanto isso. Veja-o antes de fechar este.
error-app-not-a-picture = Isto não é uma foto. Podem ser enviados JPEG, PNG e WebP.
error-app-too-large = Isto tem mais de { $megabytes } MB. Tire uma foto menor.
error-app-no-thread = O celular está ocupado demais para começar a enviar. Tudo está guardado; abra o perfil de novo daqui a pouco.
timeline-left-as-draft = Deixado no escritório como rascunho
strip-loading = Buscando o que você vende · { $percent } %
strip-loading-rest = Já pode vender · o resto está chegando, { $percent } %
strip-old-prices = Preços de { $date } · mais antigos do que a empresa permite
strip-paused = { $count ->
    [0] Em pausa · nada espera
    [one] Em pausa · { $count } item seguro neste celular
   *[other] Em pausa · { $count } itens seguros neste celular
}
strip-things-waiting = { $count ->
    [one] { $count } coisa precisa de ajuda · { $waiting } esperando sinal
   *[other] { $count } coisas precisam de ajuda · { $waiting } esperando sinal
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

error-snapshot-unreadable = Não foi possível ler o pacote de dados. O celular carrega direto do site.
error-snapshot-signature = O pacote de dados não foi assinado pelo seu escritório. O celular carrega direto do site.
error-snapshot-other-site = O pacote de dados é de outro site. O celular carrega direto do site.
error-snapshot-other-version = O pacote de dados foi feito para outra versão do aplicativo. O celular carrega direto do site.
error-snapshot-damaged = O pacote de dados chegou danificado. O celular carrega direto do site.
error-snapshot-file = Não foi possível gravar o pacote de dados neste celular. Verifique se há espaço.

## Impressão: erros

error-printer-not-found = A impressora não foi encontrada. Está ligada, e perto ou nesta rede?
error-printer-refused = A impressora está lá, mas não aceita conexão. Outro celular pode estar usando.
error-printer-no-radio = Este celular não tem Bluetooth.
error-printer-radio-off = O Bluetooth está desligado. Ligue e tente de novo.
error-printer-not-allowed = O Satchel não pode usar o Bluetooth ou esse aparelho. Permita nas configurações do celular.
error-printer-dropped = A conexão com a impressora caiu.
error-printer-timed-out = A impressora parou de receber o recibo. Veja o papel e a tampa.
error-printer-none = Esse aparelho não é uma impressora.
error-printer-unsupported = Este celular não alcança esse tipo de impressora.
error-printer-bad-address = Isso não é um endereço. Escreva como 192.168.1.50 ou 192.168.1.50:9100.
error-receipt-template = Linha { $line } do modelo: { $detail }
error-receipt-markup = Linha { $line } do que o modelo gera: { $detail }
error-receipt-too-long = O recibo é longo demais.
error-receipt-pdf = O PDF não pôde ser feito.

## Reports
receipt-label-customer = Cliente
receipt-label-hours = h
receipt-label-tasks = Tarefas
receipt-label-checklist = Lista de verificação
receipt-label-progress-log = Relatado
receipt-label-signature = Assinatura do cliente
receipt-label-time-logs = Tempo
receipt-stood-in = O modelo tem um erro; o modelo padrão foi usado
report-day = Relatório do dia
report-order = Recibo de um pedido
report-task = Relatório da tarefa
report-visit = Nota da visita
task-status-cancelled = Cancelada
task-status-completed = Concluída
task-status-open = Aberta
task-status-overdue = Atrasada
task-status-pending-review = Aguarda revisão
task-status-working = Em andamento
today-visited = Visitados
error-receipt-file = Não foi possível gerar o arquivo do recibo.
error-receipt-template-too-long = O modelo é longo demais: no máximo 64 KB.

## Sharing
share-fetched = O arquivo está nos seus downloads.
share-making = Gerando o arquivo…
share-no-receiver = Nada aqui recebe um arquivo.
share-not-written = Não foi possível gravar o arquivo. O armazenamento está cheio?
share-offered = O arquivo foi entregue ao celular.
share-pdf = Compartilhar em PDF
share-picture = Compartilhar como imagem
share-refused = O celular não compartilhou o arquivo. Tente de novo ou imprima.
share-saved = Salvo como
share-title = Compartilhar

## Receipt templates
templates-back = Voltar ao modelo padrão
templates-back-office = Voltar ao do escritório
templates-broken = Tem um erro
templates-built-in = Padrão
templates-changed = Não salvo
templates-failed = Não foi possível ler os modelos
templates-field = Modelo
templates-help = Jinja, como nos Formatos de Impressão: doc, company e customer têm os campos do ERPNext.
templates-last = Com o último documento deste celular
templates-meta = O que sai nos recibos e relatórios
templates-office = Do escritório
templates-own = Seu próprio
templates-own-before-office = Seu próprio; o escritório também tem um
templates-preview = Prévia
templates-sample = Com um documento de exemplo
templates-save = Salvar modelo
templates-saved = Salvo
templates-stands-in = Enquanto isso não for corrigido, imprime-se com o modelo padrão.
templates-text = Cada um diz o que sai no papel. Altere um e veja na hora o resultado.
templates-title = Modelos de recibo

## Place and time of a document
order-detail-clock-ahead = { $minutes ->
    [one] O relógio do celular estava um minuto adiantado em relação ao do escritório.
   *[other] O relógio do celular estava { $minutes } minutos adiantado em relação ao do escritório.
}
order-detail-clock-behind = { $minutes ->
    [one] O relógio do celular estava um minuto atrasado em relação ao do escritório.
   *[other] O relógio do celular estava { $minutes } minutos atrasado em relação ao do escritório.
}
position-none = Sem posição.
position-searching = Nenhuma era conhecida naquele momento; se aparecer uma em dois minutos, ela é acrescentada.

## Position

location-denied = O Satchel não pode usar a posição. Permita nas configurações deste celular.
location-lost = O que informava a posição saiu. Os pedidos são feitos sem ela.
location-no-receiver = Nada neste celular informa a posição. Os pedidos são feitos sem ela.
location-searching = Procurando a posição. Os clientes próximos aparecem aqui assim que ela for conhecida.
location-switched-off = A localização está desligada. Ligue a localização nas configurações deste celular.
location-timed-out = Nenhuma posição chegou a tempo. Tente de novo a céu aberto.

## Câmera e imagens
camera-again = Tentar a câmera de novo
camera-aim = Mantenha o código na moldura
camera-busy = Outro aplicativo está usando a câmera. Feche-o e tente de novo, ou leia uma imagem.
camera-denied = O Satchel não pode usar a câmera. Permita nos ajustes do celular, ou leia uma imagem ou digite o código.
camera-light-off = Desligar a luz
camera-light-on = Ligar a luz
camera-none = Nenhuma câmera foi encontrada. Leia uma imagem ou digite o código.
camera-picture = O que a câmera vê
camera-start = Usar a câmera
camera-starting = Abrindo a câmera…
camera-stop = Fechar a câmera
camera-unplugged = A câmera foi desconectada. Conecte-a e tente de novo, ou digite o código.
camera-unreachable = A imagem não chega ao Satchel. Tente de novo ou digite o código.
camera-why = A leitura é feita neste telefone e nenhuma imagem é guardada. O telefone pergunta antes se o Satchel pode usar a câmera.
picture-no-code = Não há nesta imagem um código que se possa ler. Fotografe de mais perto, com nitidez e sem reflexo.
picture-read = Ler uma imagem
picture-reading = Lendo a imagem…
picture-unreadable = Este arquivo não é uma imagem que se possa ler.
error-picture-damaged = A imagem está danificada. Fotografe ou salve outra vez.
error-picture-too-large = A imagem é grande demais. Use uma menor.
error-picture-unknown = Este arquivo não é uma imagem: podem ser lidos PNG e JPEG.

## How scanning is set
error-label-pattern-length = { $pattern }: um modelo tem 13 sinais.
error-label-pattern-order = { $pattern }: um modelo são os dígitos fixos, depois I, depois V se houver, depois W, P ou N, depois C.
scanning-answer = Quando a câmera lê um código
scanning-failed = Não foi possível ler os ajustes da leitura
scanning-handheld = Leitor de mão
scanning-handheld-text = Um leitor que funciona como teclado não precisa de ajuste se termina cada código com Enter ou Tab. Se ele digita sinais próprios em volta do código, diga quais.
scanning-keep = Salvar
scanning-kept = Salvo
scanning-labels = Etiquetas com peso ou preço
scanning-labels-field = Modelos, um por linha
scanning-labels-help = Por exemplo 21IIIIIWWwwwC: 21, cinco dígitos do item, peso 00,000.
scanning-labels-text = As lojas imprimem essas etiquetas. Um modelo diz o que é cada dígito: os dígitos fixos na frente, I item, V dígito verificador do valor, W peso, P preço ou N quantidade com minúsculas para os dígitos depois da vírgula, C dígito verificador.
scanning-prefix = Antes de cada código
scanning-shake = Vibração
scanning-sound = Som
scanning-suffix = Depois de cada código
scanning-suffix-help = Deixe vazio se há só Enter ou Tab.
scanning-text = Som, leitor de mão, etiquetas com peso
scanning-title = Leitura de códigos

receipt-label-copy = Cópia
receipt-label-visit = Visita
receipt-label-started = Início
receipt-label-ended = Fim
receipt-label-notes = Notas
receipt-label-position = Posição
receipt-label-task = Tarefa
receipt-label-project = Projeto
receipt-label-status = Situação
receipt-label-progress = Progresso
receipt-label-expected = Prazo
receipt-label-day = Relatório do dia
receipt-label-orders = Pedidos
receipt-label-visits = Visitas
receipt-label-test = Página de teste
error-printer-none-saved = Nenhuma impressora foi salva. Adicione uma em Mais.
print-interrupted = O Satchel terminou enquanto isto era impresso. Veja o papel: imprima de novo, ou deixe assim.

printers-title = Impressoras
printers-text = Recibos em papel, 58 e 80 mm
printers-failed = As impressoras não puderam ser lidas
printers-none = Nenhuma impressora ainda
printers-none-text = Adicione uma que esteja perto, por Bluetooth, ou na rede pelo endereço. Os recibos estão na tela de qualquer modo.
printers-saved = Salvas
printers-usual = Padrão
printers-test = Imprimir página de teste
printers-prefer = Tornar padrão
printers-forget = Esquecer
printers-jobs = Impressos
printers-add = Adicionar impressora
printers-address = Endereço
printers-address-help = Como 192.168.1.50; a porta é 9100, a não ser que você diga outra.
printers-name = Como você a chama
printers-kind = Papel e letras
printers-kind-58 = 58 mm
printers-kind-80 = 80 mm
printers-kind-58-drawn = 58 mm, letras desenhadas
printers-kind-80-drawn = 80 mm, letras desenhadas
printers-save = Salvar impressora
print-action = Imprimir
print-again = Imprimir de novo
print-leave = Deixar assim
print-queued = Espera a impressora
print-printing = Imprimindo
print-done = Impresso
print-done-copy = Impresso como cópia
print-failed = Parou em { $sent } de { $size } bytes
print-left = Deixado
print-missing = Sem letras para estes sinais; saem como quadros vazios: { $signs }

## Impressoras por perto e como estão

printers-check = Verificar
printers-checking = Perguntando à impressora…
printers-ready = Pronta para imprimir
printers-silent = Ela não diz como está
printers-cover-open = Tampa aberta
printers-paper-out = Sem papel
printers-paper-low = Papel quase no fim
printers-error = Erro da impressora
printers-battery = Bateria { $percent } %
printers-searching = Procurando impressoras por perto…
printers-found = Impressoras por perto
printers-found-others = Outros aparelhos por perto
printers-found-saved = Salva
printers-found-none = Nenhuma impressora encontrada
printers-found-none-text = Está ligada, perto, e sem conexão com outro celular?
printers-search-again = Procurar de novo
printers-by-address = Digitar um endereço
printers-signal-strong = sinal forte
printers-signal-fair = sinal médio
printers-signal-weak = sinal fraco
printers-asking = A página saiu?
printers-asking-text = Uma página de teste vai para { $printer }. Veja se saiu e se dá para ler.
printers-asking-yes = Sim, salvar impressora
printers-asking-again = Imprimir outra vez
printers-asking-other-kind = Outro papel ou letras
printers-asking-no = Não, outra
print-cover-open = A tampa da impressora está aberta. Feche e imprima de novo.
print-paper-out = A impressora está sem papel. Coloque um rolo e imprima de novo.
print-printer-error = A impressora informa um erro. Desligue e ligue, e imprima de novo.

## Chaves

key-store-sealed-file = As chaves deste celular estão em um arquivo lacrado, pois o sistema não guarda nenhuma para o Satchel. Escolha um PIN que ninguém adivinhe.

## Com o app fechado
away-channel = Trabalho à espera

## Permissões
permit-allow = Permitir
permit-bluetooth = O Satchel procura impressoras por perto e imprime nelas.
permit-for-ever = O celular não pergunta mais sobre isto. As configurações dele podem permitir.
permit-location = O Satchel anota onde você estava ao fazer um pedido ou uma visita. Sem isso, ambos são salvos sem lugar.
permit-not-now = Agora não
permit-notifications = O celular pode avisar quando há pedidos à espera aqui com o Satchel fechado.
permit-settings = Abrir as configurações

## Finger or face
error-biometrics-gone = Este celular agora conhece outros dedos ou rostos, então só o PIN abre o Satchel. Ligue de novo em Mais.
error-biometrics-not-now = O sensor não responde agora. Use o PIN.
error-biometrics-not-offered = Este celular não distingue dedos ou rostos com segurança suficiente. O PIN abre o Satchel.
error-biometrics-put-aside = Nada foi ligado: a pergunta foi dispensada.
presence-end = Usar só o PIN
presence-nobody-text = O celular ainda não conhece nenhum dedo ou rosto. Cadastre um nos ajustes do celular e volte aqui.
presence-off = Desligado
presence-on = Ligado
presence-on-text = Um dedo ou rosto que este celular conhece abre o Satchel. O PIN também abre, sempre.
presence-open = Usar dedo ou rosto
presence-pin-hint = Digite seu PIN para ligar
presence-question = Desbloquear o Satchel
presence-title = Dedo ou rosto
presence-use-pin = Usar PIN
## A equipe, para supervisores.

team-title = Equipe
team-text = Visitas, pedidos e tarefas dos seus vendedores
team-map = Mapa de visitas
team-map-nearer = Aproximar
team-map-farther = Afastar
team-before = Os dias anteriores
team-after = Os dias seguintes
team-filter = O que mostrar
team-filter-show = Mostrar
team-from = De
team-until = Até
team-days = { $from } – { $until }
team-days-turned = O primeiro dia vem depois do último.
team-territory = Território
team-customer = Cliente
team-reps = Vendedores
team-everyone = Todos
team-visits = { $count ->
    [one] { $count } visita
   *[other] { $count } visitas
}
team-flagged = { $count ->
    [one] { $count } visita a verificar
   *[other] { $count } visitas a verificar
}
team-as-of = dados de { $time }
team-figures = Números
team-failed = Não é possível mostrar a equipe
team-none = Nenhuma visita aqui
team-none-text = As visitas dos seus vendedores aparecem aqui quando os celulares deles e este tiverem alcançado o escritório. Outro dia ou filtro pode ter visitas.
team-first = Primeira
team-last = Última
team-minutes = { $minutes } min
team-hours = { $hours } h { $minutes } min
team-still-there = { $time } – sem saída
team-planned = planejada
team-unplanned = não planejada
team-no-order = sem pedido
team-flag-far = Chegada registrada a { $distance } do cliente
team-flag-simulated = Posição simulada
team-flag-clock-back = { $count ->
    [one] Relógio atrasado em { $minutes } minuto
   *[other] Relógio atrasado em { $minutes } minutos
}
team-flag-clock-ahead = { $count ->
    [one] Relógio adiantado em { $minutes } minuto
   *[other] Relógio adiantado em { $minutes } minutos
}
team-flag-fast = Chegou a { $speed } km/h
team-flag-changed = O registro foi alterado depois de feito
team-flag-missing = Faltam registros antes deste
team-flag-elsewhere = O registro não segue o anterior
team-flag-open = Saída não registrada
team-why-far = O celular estava mais longe do endereço do cliente do que o erro da posição explica. O endereço também pode estar errado.
team-why-simulated = O celular informou que um aplicativo inventou a posição.
team-why-clock = A hora mostrada e o tempo que passou desde que o celular foi ligado não combinam.
team-why-fast = A distância desde a visita anterior é grande demais para o tempo entre elas.
team-why-changed = O que o site mostra difere do que o celular selou quando a visita foi feita.
team-why-missing = Cada registro de um celular tem um número. Um ou mais antes deste não estão no site, ou você não pode vê-los.
team-why-elsewhere = Cada registro de um celular está ligado ao anterior. Este está ligado a outro.
team-why-open = A visita começou e não terminou no seu dia.
team-visit = Visita
team-stay = No cliente
team-plan = Agenda
team-distance = Do endereço
team-accuracy = com erro de até { $metres } m
team-position = Posição
team-sold = Vendido
team-notes = Observação
team-pictures = Fotos
team-pictures-again = Tentar de novo
team-picture-large = { $name }, mostrar grande
error-team-picture-offline = A foto chega quando houver sinal.
error-team-picture-slow = O sinal está fraco demais para esta foto agora.
error-team-picture-refused = O escritório não mostra esta foto a você.
error-team-picture-gone = O escritório não tem mais esta foto.
error-team-picture-none = Este arquivo não é uma foto.
error-team-picture-too-large = Esta foto é grande demais para um telefone.
team-nothing-wrong = Nada parece errado nesta visita.
team-evidence = Evidências
team-evidence-none = O site não guarda evidências desta visita.
team-evidence-changed = Estes campos não dizem o que o celular selou:
team-check-in = Chegada
team-check-out = Saída
team-link = Registro { $number } do celular { $device }
team-clock-wrong = Relógio { $seconds } s adiantado em relação ao escritório
team-clock-right = Relógio igual ao do escritório, até onde se sabe
team-simulated-yes = posição simulada
team-simulated-no = posição não simulada
team-simulated-unknown = não se sabe se a posição foi simulada
team-file = Visitas
team-span = Dias
team-span-shown = Como na tela
team-span-days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
}
team-per-day = Visitas por dia
team-most = no máximo { $count }
team-figure-visits = Visitas
team-figure-days = Dias na rua
team-figure-strike = Taxa de acerto
team-figure-stay = Duração da visita
team-figure-on-site = Em clientes
team-figure-flagged = A verificar
team-files = Salvar as visitas como
team-coverage = Clientes visitados
team-alone = Sem visita há
team-unvisited = { $count ->
    [one] { $count } de { $all } clientes não foi visitado em { $days } dias.
   *[other] { $count } de { $all } clientes não foram visitados em { $days } dias.
}
team-never = nunca
team-map-address = Mapa de fundo
team-map-address-help = Um endereço https de blocos com {"{z}"}, {"{x}"} e {"{y}"}, ou de um arquivo PMTiles. Sem ele aparece o mapa deste celular. Vale quando o mapa for aberto de novo.
team-map-address-wrong = Isto não é um endereço https de blocos nem de um arquivo PMTiles.

## Calendário
calendar-agenda = Lista
calendar-all-day-short = dia todo
calendar-between = { $from } até { $until }
calendar-day = Dia
calendar-day-after = Próximo dia
calendar-day-before = Dia anterior
calendar-hours = Horas
calendar-look = Visão
calendar-month-after = Próximo mês
calendar-month-before = Mês anterior
calendar-month-close = Ocultar o mês
calendar-month-open = Mostrar o mês
calendar-more = Mais
calendar-more-open = { $count ->
    [one] Mais { $count } compromisso, mostrar a lista
   *[other] Mais { $count } compromissos, mostrar a lista
}
calendar-office = Horários como este celular mostra. No escritório ({ $zone }) agora são { $time }.
calendar-open-day = { $date }, mostrar o dia
calendar-unnamed = Compromisso sem nome
calendar-week = Semana
calendar-moved = Movido
error-event-daily-over-days = Um compromisso diário deve terminar no dia em que começa.
error-event-end = Não dá para ler o fim.
error-event-ends-before-start = Termina antes de começar.
error-event-no-weekday = Escolha pelo menos um dia da semana.
error-event-not-yours = Só quem criou este compromisso pode alterá-lo.
error-event-start = Diga quando começa.
error-event-till-before-start = Repete até um dia antes de começar.
event-category = Tipo
event-category-default = Como o escritório define
event-category-event = Evento
event-category-mail = E-mail
event-category-other = Outro
event-day-after = Dia seguinte
event-day-before = Dia anterior
event-delete = Excluir compromisso
event-delete-ask = Excluir este compromisso?
event-delete-series = Ele se repete: todas as vezes serão excluídas.
event-delete-text = Ele sai também da agenda do escritório.
event-deleted = { $name } foi excluído
event-description = Notas
event-earlier = 15 min antes
event-ends = Termina
event-ends-at = Até
event-failed = Não foi possível ler o compromisso
event-later = 15 min depois
event-move = Mover
event-new = Novo compromisso
event-not-yours = Este compromisso é de { $owner }. Só essa pessoa pode alterá-lo.
event-office = No escritório ({ $zone }): { $date }, { $time }
event-people = Quem participa
event-person-add = Adicionar pessoa
event-person-contact = Contato
event-person-customer = Cliente
event-person-hint = Cliente, contato ou lead
event-person-lead = Lead
event-person-none = Ninguém neste celular tem esse nome.
event-person-remove = Remover { $name }
event-reminder = Lembrar-me
event-repeat = Repetição
event-repeat-daily = Todos os dias
event-repeat-half-yearly = A cada seis meses
event-repeat-monthly = Todos os meses
event-repeat-never = Não se repete
event-repeat-quarterly = A cada três meses
event-repeat-weekly = Todas as semanas
event-repeat-yearly = Todos os anos
event-save = Salvar compromisso
event-series = Este compromisso se repete. As alterações valem para todas as vezes.
event-starts = Começa
event-starts-at = Às
event-subject = Assunto
event-till = Repete até
event-title = Compromisso
event-to-calendar = Ir para a agenda
event-to-customer = Abrir cliente
event-visit = Com um cliente, é uma visita: aparece em Hoje.
event-weekdays = Nestes dias
outgoing-delete-event = Exclusão de um compromisso
sync-parked-gone = O escritório excluiu isto nesse meio-tempo. O que você mudou ainda está neste celular: retire a alteração para deixá-lo ir, ou cadastre de novo.
sync-parked-unrecognisable = A resposta se perdeu antes de o sistema do escritório reconhecer pedidos. Pode ter chegado: confira lá primeiro, depois envie de novo ou retire.
field-all-day = Dia todo
field-repeat-till = Repete até
field-repeat-on = Repete
field-event-category = Tipo
field-event-participants = Quem participa
field-send-reminder = Lembrete
conflict-text-event = Você e o escritório mudaram a mesma coisa. Na agenda vale a do escritório; a sua está guardada aqui e pode voltar.

## Convites
error-event-none-in-days = Não há nada na agenda nesses dias.
error-ics-empty = Não há compromissos neste arquivo.
error-ics-too-large = Este arquivo é grande demais para um convite.
error-ics-unreadable = Este arquivo não é um convite, ou está incompleto.
event-from-invitation = De um convite
event-share = Compartilhar como arquivo de agenda
ics-note-cancelled = Quem enviou cancelou.
ics-note-rule = A repetição é de um tipo que o escritório não conhece: só a primeira vez é incluída.
ics-note-short-months = Em meses curtos, aqui fica no último dia.
ics-note-single-times = { $count } datas avulsas foram movidas, incluídas ou retiradas por quem enviou; isso não é mantido.
ics-note-zone = O fuso horário "{ $zone }" é desconhecido: valem os horários deste celular.
invitation-add = Adicionar à agenda
invitation-added = Adicionado
invitation-file = Escolher arquivo
invitation-text = Escolha o arquivo de um convite (.ics), como vem no e-mail.
invitation-title = Convite

## Lembretes
permit-reminders = O telefone avisa quando um compromisso da sua agenda está para começar.
reminder-about = { $time } · { $subject }
reminder-at = Às { $time }
reminder-due = Vence hoje
reminder-on = { $date }, { $time }
reminders-events = Compromissos da agenda
reminders-events-text = Os que têm “Lembrar-me” ligado. Os de dia inteiro às 08:00.
reminders-failed = Não foi possível ler as configurações
reminders-lead = Quanto tempo antes
reminders-lead-day = No dia anterior
reminders-lead-hours = { $hours ->
    [one] { $hours } hora antes
   *[other] { $hours } horas antes
}
reminders-lead-minutes = { $minutes ->
    [one] { $minutes } minuto antes
   *[other] { $minutes } minutos antes
}
reminders-meta = Antes de um compromisso começar
reminders-tasks = Tarefas
reminders-tasks-text = Às 08:00 do dia em que vencem.
reminders-title = Lembretes

## Caminhos registrados
track-recording = O caminho até a próxima visita está sendo registrado
track-waiting = O caminho entre as visitas é registrado. Agora não.
track-title = Caminhos registrados
track-what = Sua empresa registra o caminho entre as visitas: da saída de um cliente até a chegada ao próximo, no mesmo dia.
track-when = Só enquanto o Satchel está na tela. O que foi registrado depois da última visita do dia é apagado e não vai a lugar nenhum.
track-who = Ele vai ao escritório com a visita a que leva. Lá os supervisores o veem como uma linha no mapa.

## Arquivos escolhidos
restore-choose = Escolher o arquivo
courier-choose = Escolher o recibo
error-file-chosen = Não foi possível ler esse arquivo. Escolha outro ou digite onde ele está.
