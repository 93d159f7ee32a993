import { afterEach, describe, expect, it } from "vitest";
import { balance, speak, widest, widthOf, wrap } from "../src/text";

afterEach(() => speak("zh"));

describe("the width of text", () => {
  it("counts a Han character as one em and a digit as the font has it", () => {
    expect(widthOf("园区", 10)).toBe(20);
    expect(widthOf("0123456789", 10)).toBeCloseTo(55.5, 6);
  });
  it("gives every digit the same width, so that columns of numbers stand", () => {
    expect(new Set([..."0123456789"].map((digit) => widthOf(digit, 100))).size).toBe(1);
  });
  it("makes quotation marks narrow in English only", () => {
    const wide = widthOf("“", 10);
    speak("en");
    expect(wide).toBe(10);
    expect(widthOf("“", 10)).toBeLessThan(5);
  });
  it("is greater in bold", () => {
    expect(widthOf("Hangzhou", 13, true)).toBeGreaterThan(widthOf("Hangzhou", 13));
  });
  it("takes the widest line of several", () => {
    expect(widest(["园\n园区园", "园区"], 10)).toBe(30);
    expect(widest([])).toBe(0);
  });
});

describe("breaking text", () => {
  const long = "广东金融高新区“区块链+”金融科技产业孵化中心";

  it("loses no character and keeps every line within the width", () => {
    for (const width of [40, 90, 137, 200]) {
      const lines = wrap(long, width, 13);
      expect(lines.join("")).toBe(long);
      for (const line of lines) expect(widthOf(line, 13)).toBeLessThanOrEqual(width);
    }
  });
  it("begins no line with a closing mark and ends none with an opening one", () => {
    for (let width = 60; width < 200; width += 7) {
      for (const line of wrap("《关于促进区块链发展的若干政策规定（试行）》，最高50万元。", width, 13).slice(1)) {
        expect("，。、；：？！）》」』”’".includes(line[0] ?? "")).toBe(false);
      }
    }
  });
  it("breaks English between words", () => {
    speak("en");
    const lines = wrap("Shanghai Blockchain Technology Innovation and Industry Base", 120, 13);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(" ")).toBe("Shanghai Blockchain Technology Innovation and Industry Base");
  });
  it("chops a word only where it is wider than the whole line", () => {
    speak("en");
    expect(wrap("Internationalisation", 60, 13).length).toBeGreaterThan(1);
  });
  it("evens lines out without making more of them, and never chops a word for it", () => {
    speak("en");
    const text = "Recruitment and operation";
    expect(balance(text, 75, 11).length).toBe(wrap(text, 75, 11).length);
    expect(balance(text, 75, 11)).toContain("Recruitment");
    speak("zh");
    const [first, last] = balance("重庆市区块链产业创新基地和其它园区", 13 * 14, 13);
    expect(Math.abs((first?.length ?? 0) - (last?.length ?? 0))).toBeLessThanOrEqual(2);
  });
  it("keeps a line break that is in the text", () => {
    expect(wrap("一\n二", 100)).toEqual(["一", "二"]);
  });
});
