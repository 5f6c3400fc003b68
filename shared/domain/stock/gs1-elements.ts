/** What may stand in an element of a GS1 code. */
interface ElementForm {
  /** Characters of its identifier and of its content. */
  readonly identifier: string;
  readonly content: RegExp;
  /** The length of the content where it is fixed; null: at most `most`, to the next separator. */
  readonly length: number | null;
  readonly most: number;
}

const digits = (identifier: string, length: number): ElementForm => ({
  identifier,
  content: /^\d+$/,
  length,
  most: length,
});
/** The characters that GS1 allows in text (set 82). */
const text = (identifier: string, most: number): ElementForm => ({
  identifier,
  content: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/,
  length: null,
  most,
});

/** The elements that stand on packs of medicines (GS1 General Specifications, section 3): all others make a code unreadable. */
export const GS1_ELEMENTS: readonly ElementForm[] = [
  digits('01', 14),
  text('10', 20),
  digits('11', 6),
  digits('13', 6),
  digits('15', 6),
  digits('16', 6),
  digits('17', 6),
  digits('20', 2),
  text('21', 20),
  text('22', 20),
  text('240', 30),
  { identifier: '30', content: /^\d+$/, length: null, most: 8 },
  { identifier: '37', content: /^\d+$/, length: null, most: 8 },
  text('710', 20),
  text('711', 20),
  text('712', 20),
  text('713', 20),
  text('714', 20),
  text('715', 20),
  text('90', 30),
  text('91', 90),
];
