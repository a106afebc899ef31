/**
 * The characters of CJK Radicals Supplement, each followed by the character that it looks like and is not: ⺠ is a
 * radical, 民 the character. Source: EquivalentUnifiedIdeograph.txt of the Unicode Character Database.
 */
const PAIRS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄' +
  '⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示' +
  '⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见' +
  '⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞' +
  '⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀' +
  '⻳龟';

const CHARACTERS = new Map(
  [...PAIRS].flatMap((radical, index, all) => {
    const character = all[index + 1];
    return index % 2 === 0 && character !== undefined ? [[radical, character] as const] : [];
  }),
);

/** Unicode takes ⼾ for the traditional 戶; a font for mainland China draws it as 户. */
CHARACTERS.set('⼾', '户');

/** A text with the characters that radicals in it stand for; also for the Kangxi radicals (⾦ for 金). */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (radical) => CHARACTERS.get(radical) ?? radical.normalize('NFKC'));
}
