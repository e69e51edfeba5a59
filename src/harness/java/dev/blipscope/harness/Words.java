package dev.blipscope.harness;

import java.util.List;

/// What made-up people, bots and agents are called and what they say to each other.
final class Words {

  static final List<Text> FIRST_NAMES =
      Text.all(
          "João",
          "Maria",
          "José",
          "Antônia",
          "Luís",
          "Inês",
          "Conceição",
          "Cauã",
          "Letícia",
          "Márcio",
          "Débora",
          "Gonçalo",
          "Fabrício",
          "Vitória",
          "Thaís",
          "Otávio",
          "Ângela",
          "Caio",
          "Bruna",
          "Rafael",
          "Helena",
          "Davi",
          "Beatriz",
          "Tomás",
          "Sônia",
          "Raí",
          "Mônica");

  static final List<Text> LAST_NAMES =
      Text.all(
          "da Silva",
          "Gonçalves",
          "Araújo",
          "Conceição",
          "dos Santos",
          "Simões",
          "Magalhães",
          "Brandão",
          "Queirós",
          "Antunes",
          "Ferrão",
          "de Souza",
          "Assunção",
          "Mourão",
          "Pacheco",
          "Leitão",
          "Guimarães",
          "Barão",
          "Vilaça",
          "Nóbrega");

  static final List<Text> CITIES =
      Text.all(
          "São Paulo",
          "Belo Horizonte",
          "Florianópolis",
          "Brasília",
          "Goiânia",
          "Maceió",
          "Ribeirão Preto",
          "Niterói",
          "Belém",
          "Curitiba");

  static final List<Text> CUSTOMER_SAYS =
      Text.all(
          "Oi",
          "Olá, bom dia! 😊",
          "Quero a segunda via do boleto, por favor.",
          "Não consegui acessar o aplicativo desde ontem 😕",
          "Qual é o horário de atendimento da loja de São José?",
          "Meu pedido ainda não chegou e o código de rastreio não funciona.",
          "Sim",
          "Não",
          "Preciso falar com um atendente 🙏",
          "O endereço está errado: é Rua das Acácias, nº 123, fundos.",
          "Já paguei! Segue o comprovante 👍",
          "Vocês têm o tamanho \"M\" na cor azul?",
          "Recebi duas cobranças no cartão este mês, podem verificar?",
          "Obrigada pela atenção ❤️",
          "1",
          "Informática");

  static final List<Text> BOT_SAYS =
      Text.all(
          "Olá! Eu sou a assistente virtual da Loja Exemplo 🤖",
          "Como posso ajudar você hoje?",
          "Para sua segurança, não compartilhe senhas por aqui. 🔒",
          "*Escolha uma das opções abaixo:*\n1 - Segunda via\n2 - Informações\n3 - Atendimento",
          "Só um instante, estou localizando o seu cadastro… ⏳",
          "Não entendi 😅 Pode escrever de outra forma?",
          "Seu protocolo foi registrado com sucesso ✅",
          "Nosso atendimento funciona de segunda a sexta, das 8h às 18h.",
          "Você será atendido em breve. Sua posição na fila é a próxima! 🎉",
          "Confira as condições em https://loja.example.com/condições?origem=chat",
          "De 0 a 10, qual a chance de você nos recomendar a um amigo?");

  static final List<Text> AGENT_SAYS =
      Text.all(
          "Boa tarde! Aqui é do time de atendimento, tudo bem?",
          "Vou verificar a situação e já retorno, ok?",
          "O estorno foi solicitado e cairá em até 7 dias úteis.",
          "Consegue me informar o número do pedido, por gentileza?",
          "Não há pendências no seu cadastro 👌",
          "Agradecemos o contato. Até logo!");

  static final List<Text> OPTIONS =
      Text.all(
          "Sim",
          "Não",
          "Falar com atendente 👩‍💻",
          "Voltar ao início",
          "Segunda via do boleto",
          "Informações",
          "Endereço das lojas",
          "Promoções 🛍️",
          "Cancelar inscrição",
          "Minhas compras",
          "Avaliação",
          "Próxima opção");

  static final List<Text> BLOCKS =
      Text.all(
          "Boas vindas",
          "Início",
          "Verifica cadastro",
          "Atendimento?",
          "Menu principal",
          "Segunda via",
          "Confirmação de endereço",
          "Pesquisa de satisfação",
          "Exceções",
          "Coleta de informações",
          "2.1 - Opção inválida",
          "Atendimento Humano");

  static final List<Text> CATEGORIES =
      Text.all(
          "flow",
          "Possui cadastro",
          "Opção do menu",
          "Avaliação",
          "Segunda via - emissão",
          "Origem da conversa",
          "subflow:5c2f1b52-0cc9-4b7e-a1c9-4d3a8f3d2b11");

  static final List<Text> ACTIONS =
      Text.all(
          "Sim",
          "Não",
          "Atendimento Humano",
          "Início",
          "Opção inválida",
          "Emissão concluída",
          "Transferência",
          "Desistência",
          "Campanha de verão ☀️",
          "Exibição do menu");

  static final List<Text> TEAMS =
      Text.all("Default", "Cobrança", "Suporte técnico", "Pós-venda", "Matrículas", "SAC");

  static final List<Text> PLANS =
      Text.all("Golden", "Básico", "Família", "Estudante", "Sem informação", "Pós-graduação");

  static final List<String> ROUTERS =
      List.of(
          "lojaexemplorouter",
          "bancoexemplo",
          "faculdadeexemplo",
          "clinicaexemplo1",
          "blipchatexamplerouter",
          "energiaexemplo",
          "whatsapprouter2",
          "seguradoraexemplo",
          "viagensexemplo",
          "imobiliariaexemplo");

  static final List<String> SUBBOTS =
      List.of("atendimento", "principal", "segundavia", "pesquisa", "cadastro");

  static final List<String> PODS =
      List.of(
          "cd68bb7b9-v589m",
          "7b4cb78c46-tktks",
          "777695bf87-4q9wk",
          "6969686d5c-c7c67",
          "5f4d9c8b77-x2x7p");

  static final List<String> STATES =
      List.of(
          "welcome",
          "onboarding",
          "fallback",
          "50a630f3-4453-4185-9716-8774f75eb9db",
          "9b530b75-e487-4c17-933e-c7743f9f4516",
          "desk:209e648f-afc0-4e27-94e9-26a4c9e261bd",
          "1f6ad5e0-6cb1-4fb4-8a3c-0f6f3d1f0c55",
          "c2b2f7c1-4a52-4b87-8d17-7f9a3f1e8b60");

  private Words() {}
}
