import type { Box, Point } from '../../../../shared/geometry/point.ts';
import { MEANS } from '../../canvas/export/sheet-fixture.ts';
import { textIn, type XmlElement } from '../../canvas/export/xml.ts';

export interface PlacedText {
  readonly words: string;
  readonly box: Box;
}

interface Place {
  readonly at: Point;
  readonly scale: number;
}

/** Every text of a page with the room that it takes, in pixels of the page. Knows shifts and scales, as text has no others. */
export function placedTexts(
  element: XmlElement,
  place: Place = { at: [0, 0], scale: 1 },
): readonly PlacedText[] {
  const here = moved(place, element.attributes.get('transform') ?? '');
  if (element.name === 'text') return [placed(element, here)];
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : placedTexts(child, here)));
}

function moved({ at: [x, y], scale }: Place, transform: string): Place {
  const shift = /translate\((\S+) (\S+)\)/.exec(transform);
  const factor = /scale\((\S+)\)/.exec(transform);
  const [dx, dy] = shift === null ? [0, 0] : [Number(shift[1]), Number(shift[2])];
  return {
    at: [x + dx * scale, y + dy * scale],
    scale: scale * (factor === null ? 1 : Number(factor[1])),
  };
}

function placed(element: XmlElement, { at, scale }: Place): PlacedText {
  const number = (name: string) => Number(element.attributes.get(name) ?? 0);
  const words = textIn(element);
  const px = number('font-size') * scale;
  const width = MEANS.measure(words, { px, weight: 400 });
  const anchor = element.attributes.get('text-anchor') ?? 'start';
  const x = at[0] + number('x') * scale - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  const y = at[1] + number('y') * scale;
  // From the top of capitals to a little below the base line.
  return { words, box: { minX: x, maxX: x + width, minY: y - px * 0.75, maxY: y + px * 0.2 } };
}
