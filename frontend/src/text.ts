/** Text without a browser: its width from the font's advance widths, and its lines. */
import widths from "../../src/parkindex/data/widths.json";
import { families, type } from "./looks";

type Widths = Record<string, number>;

/** By language and face: English has its quotation marks from the companion face, as wide as Latin wants them. */
const tables: Record<"zh" | "en", Record<"regular" | "bold", Widths>> = {
  zh: { regular: widths.regular.all, bold: widths.bold.all },
  en: {
    regular: { ...widths.regular.all, ...widths.regular.latin },
    bold: { ...widths.bold.all, ...widths.bold.latin },
  },
};

let language: "zh" | "en" = "zh";

/** Set the language in which the texts of the next chart are measured and broken. */
export function speak(next: "zh" | "en"): void {
  language = next;
}

/** The font in the short form of CSS, in the families of the chart's language. */
export function font(size: number = type.chart, bold = false): string {
  return `${bold ? "bold " : ""}${size}px ${families(language)}`;
}

/** Width in pixels of one line of text; characters that are not in the table are one em wide. */
export function widthOf(text: string, size: number = type.chart, bold = false): number {
  const table = tables[language][bold ? "bold" : "regular"];
  let thousandths = 0;
  for (const character of text) thousandths += table[character] ?? 1000;
  return (thousandths * size) / 1000;
}

/** Width of the widest of several texts, each of which may hold line breaks. */
export function widest(texts: readonly string[], size: number = type.chart, bold = false): number {
  return Math.max(0, ...texts.flatMap((text) => text.split("\n")).map((line) => widthOf(line, size, bold)));
}

/** Height in pixels of a number of lines. */
export function heightOf(lines: number, size: number = type.chart): number {
  return lines * size * type.line;
}

/** What stands alone for breaking: Han characters and, where they are wide, quotation marks; else runs without spaces. */
const PIECES = {
  zh: /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]|[^\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\s“”‘’…—]+|\s+/gu,
  en: /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\s–-]+[–-]?|[–-]|\s+/gu,
};

const CLOSING = "，。、；：？！）》」』”’】〕…—+＋%％℃,.;:?!)]}";
const OPENING = "（《「『“‘【〔([{";

/** Split into pieces between which a line may break: words, and single Han characters with the marks that cling to them. */
function pieces(text: string): string[] {
  const found = text.match(PIECES[language]) ?? [];
  const joined: string[] = [];
  for (const piece of found) {
    const last = joined[joined.length - 1];
    const clings =
      last !== undefined && (CLOSING.includes(piece[0] ?? "") || OPENING.includes(last[last.length - 1] ?? " "));
    if (clings) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

/** Cut a piece that is wider than a whole line into parts that fit. */
function chop(piece: string, width: number, size: number, bold: boolean): string[] {
  if (widthOf(piece, size, bold) <= width) return [piece];
  const parts = [""];
  for (const character of piece) {
    const next = parts[parts.length - 1] + character;
    if (widthOf(next, size, bold) > width && parts[parts.length - 1]) parts.push(character);
    else parts[parts.length - 1] = next;
  }
  return parts;
}

/** Break text into lines no wider than `width` pixels; no line begins with a closing mark, no text is lost. */
export function wrap(text: string, width: number, size: number = type.chart, bold = false): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const piece of pieces(paragraph).flatMap((piece) => chop(piece, width, size, bold))) {
      if (line && widthOf((line + piece).trimEnd(), size, bold) > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** Break text into lines as `wrap` does, then even the lines out so that the last is not a single character. */
export function balance(text: string, width: number, size: number = type.chart, bold = false): string[] {
  const lines = wrap(text, width, size, bold);
  if (lines.length < 2) return lines;
  const unbroken = Math.max(
    ...text
      .split("\n")
      .flatMap(pieces)
      .map((piece) => widthOf(piece.trim(), size, bold)),
  );
  let [low, high] = [Math.min(width, Math.max(unbroken, widthOf(text, size, bold) / lines.length)), width];
  if (wrap(text, low, size, bold).length === lines.length) return wrap(text, low, size, bold);
  while (high - low > 4) {
    const middle = (low + high) / 2;
    if (wrap(text, middle, size, bold).length > lines.length) low = middle;
    else high = middle;
  }
  return wrap(text, high, size, bold);
}
