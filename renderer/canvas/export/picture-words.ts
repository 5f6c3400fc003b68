import { PICTURE_TEXT } from '../../text/picture-text.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import type { MeasureText } from './map-sheet.ts';
import { treatedSign } from './picture-badges.ts';
import type { LeafletPart, PictureSession } from './plan-picture.ts';
import { sessionBadge } from './sheet-signs.ts';
import { sizeToFit, textElement, wrapText } from './sheet-text.ts';
import { svgElement, type SvgElement } from './svg-element.ts';

/** A part of the page that knows its height before it is drawn with its upper left corner at a place. */
export interface WordBlock {
  readonly height: number;
  readonly draw: (x: number, y: number) => readonly SvgElement[];
}

/** How words are set: in which size, how wide, in which colours. */
export interface WordSetting {
  readonly px: number;
  readonly width: number;
  readonly colours: CanvasColours;
  readonly measure: MeasureText;
}

const lineHeight = (px: number) => Math.round(px * 1.32 * 10) / 10;
const bold = (px: number) => ({ px, weight: 700 });
const plain = (px: number) => ({ px, weight: 400 });

/** Blocks one below the other. */
export function stacked(blocks: readonly WordBlock[], gap: number): WordBlock {
  const height = blocks.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, blocks.length - 1);
  return {
    height,
    draw: (x, y) => {
      let top = y;
      return blocks.flatMap((block) => {
        const at = top;
        top += block.height + gap;
        return block.draw(x, at);
      });
    },
  };
}

/** Blocks side by side, their left edges a step apart. */
export function sideBySide(blocks: readonly WordBlock[], step: number): WordBlock {
  return {
    height: Math.max(0, ...blocks.map(({ height }) => height)),
    draw: (x, y) => blocks.flatMap((block, index) => block.draw(x + index * step, y)),
  };
}

/** Words in as many lines as they take. */
export function paragraph(words: string, setting: WordSetting, weight = 400): WordBlock {
  const { px, width, colours, measure } = setting;
  const lines = wrapText(words, width, measure, { px, weight });
  const high = lineHeight(px);
  return {
    height: lines.length * high,
    draw: (x, y) =>
      lines.map((line, index) =>
        textElement(line, { x, y: y + index * high + px, px, weight, fill: colours.ink }),
      ),
  };
}

/** A heading and its points, each behind a dot. */
export function leafletBlock({ heading, points }: LeafletPart, setting: WordSetting): WordBlock {
  const { px, width, colours } = setting;
  const indent = Math.round(px * 0.9);
  const pointBlocks = points.map((words): WordBlock => {
    const block = paragraph(words, { ...setting, width: width - indent });
    return {
      height: block.height,
      draw: (x, y) => [
        svgElement('circle', { cx: x + 3, cy: y + px * 0.68, r: 2, fill: colours.ink }),
        ...block.draw(x + indent, y),
      ],
    };
  });
  return stacked([headingBlock(heading, setting), ...pointBlocks], 2);
}

export function headingBlock(heading: string, { px, colours }: WordSetting): WordBlock {
  const size = px + 2;
  return {
    height: lineHeight(size) + 1,
    draw: (x, y) => [textElement(heading, { x, y: y + size, ...bold(size), fill: colours.ink })],
  };
}

const MOST_ROWS = 8;

/** The sessions in one column, or in two where there are more than two of them; the last row says what had no room. */
export function sessionList(sessions: readonly PictureSession[], setting: WordSetting): WordBlock {
  const columns = sessions.length > 2 ? 2 : 1;
  const most = MOST_ROWS * columns;
  const shown = sessions.length > most ? sessions.slice(0, most - 1) : sessions;
  const step = setting.width / columns;
  const px = sessionSize(shown, step - 12, setting);
  const rows = shown.map((session) => sessionRow(session, px, setting));
  const rest = sessions.length - shown.length;
  const all = rest === 0 ? rows : [...rows, paragraph(PICTURE_TEXT.moreSessions(rest), setting)];
  const half = Math.ceil(all.length / columns);
  if (columns === 1) return stacked(all, 0);
  return sideBySide([stacked(all.slice(0, half), 0), stacked(all.slice(half), 0)], step);
}

const SIGN_ROOM = 22;
const ROW = 20;

const nameOf = ({ number }: PictureSession) => `${PICTURE_TEXT.session(number)} `;

/** The size at which every row fits its column. */
function sessionSize(
  sessions: readonly PictureSession[],
  width: number,
  { px, measure }: WordSetting,
): number {
  const sizes = sessions.map((session) => {
    const name = measure(nameOf(session), bold(px));
    return sizeToFit(PICTURE_TEXT.sessionFacts(session), width - SIGN_ROOM - name, measure, plain(px));
  });
  return Math.min(px, ...sizes);
}

function sessionRow(session: PictureSession, px: number, { colours, measure }: WordSetting): WordBlock {
  const done = session.state === 'done';
  return {
    height: ROW,
    draw: (x, y) => {
      const middle = y + ROW / 2;
      const base = middle + px * 0.36;
      const after = x + SIGN_ROOM + measure(nameOf(session), bold(px));
      return [
        done ? treatedSign([x + 8, middle], colours) : sessionBadge([x + 8, middle], session.number, colours),
        textElement(nameOf(session).trim(), { x: x + SIGN_ROOM, y: base, ...bold(px), fill: colours.ink }),
        textElement(PICTURE_TEXT.sessionFacts(session), {
          x: after,
          y: base,
          ...plain(px),
          fill: colours.ink,
        }),
      ];
    },
  };
}
