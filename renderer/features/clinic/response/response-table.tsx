import {
  COUNTED_OUTCOMES,
  LEFT_BESIDE,
  type Dimension,
  type ResponseLine,
} from '../../../../shared/domain/outcome/response-statistics.ts';
import {
  BESIDE_WORDS,
  classText,
  DIMENSION_WORDS,
  OUTCOME_WORDS,
  responseText,
} from '../../../text/response-text.ts';
import type { ChosenNumber, NumberChoice } from './chosen-number.ts';
import { NumberKey, ShareKey } from './number-key.tsx';
import styles from './response-page.module.css';

interface ResponseTableProps extends NumberChoice {
  readonly dimension: Dimension;
  readonly all: ResponseLine;
  readonly lines: readonly ResponseLine[];
}

const COLUMNS = [
  ...COUNTED_OUTCOMES.map((of) => ({ of, word: OUTCOME_WORDS[of] })),
  ...LEFT_BESIDE.map((of) => ({ of, word: BESIDE_WORDS[of] })),
];

/** How the veins of each class responded; all of them on top. */
export function ResponseTable({ dimension, all, lines, ...choice }: ResponseTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{DIMENSION_WORDS[dimension]}</th>
          <th scope="col">{responseText.veins}</th>
          {COLUMNS.map(({ of, word }) => (
            <th key={of} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Line line={all} name={responseText.all} classes={[]} {...choice} />
        {lines.map((line) => (
          <Line
            key={line.key}
            line={line}
            name={classText(dimension, line.key)}
            classes={[{ dimension, key: line.key }]}
            {...choice}
          />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps extends NumberChoice {
  readonly line: ResponseLine;
  readonly name: string;
  readonly classes: ChosenNumber['classes'];
}

function Line({ line, name, classes, ...choice }: LineProps) {
  return (
    <tr data-all={classes.length === 0 || undefined}>
      <th scope="row">{name}</th>
      <td>
        <NumberKey number={{ classes, of: null, words: name }} {...choice}>
          <strong>{line.n}</strong>
        </NumberKey>
      </td>
      {COLUMNS.map(({ of, word }) => (
        <td key={of}>
          <ShareKey
            number={{ classes, of, words: `${name}, ${word.toLowerCase()}` }}
            count={line.counts[of]}
            n={line.n}
            {...choice}
          />
        </td>
      ))}
    </tr>
  );
}
