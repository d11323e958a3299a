const TWO_HUNDRED = 200;

/** What people really write into a field of two hundred characters. */
export const SAMPLES = {
  title: 'Checkout answers every third request with an error',
  long: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  name: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(8).slice(0, TWO_HUNDRED),
  hebrew: 'שירות התשלומים אינו מגיב — payments-api מחזיר 503',
  arabic: 'خدمة الدفع لا تستجيب منذ الساعة ٣:١٢',
  emoji: '🔥🧯'.repeat(40),
} as const;

export const NAMES = [
  'Ana Lovelace',
  'Bo',
  'Cleo Ng',
  'Dmitri Petrov',
  'Élodie Brun',
  'Farah Aziz',
  'Gil',
  'Hana Sato',
];
