import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { IconUserPlus } from '@tabler/icons-react';
import type { PinUse } from '../../../shared/contract/clinic.ts';
import { TRIES_TO_TELL } from '../../../shared/domain/staff/pin-wait.ts';
import type { Person } from '../../../shared/domain/staff/roles.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useClinic, useMayNot } from '../../api/use-clinic.ts';
import { durationText } from '../../text/failure-text.ts';
import { momentText } from '../../text/format.ts';
import { roleText } from '../../text/role-text.ts';
import { settingsText } from '../../text/settings-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonDialog } from './person-dialog.tsx';
import styles from './settings-page.module.css';

const words = settingsText.people;

/** Who works here, as what. */
export function PeopleSection() {
  const people = useClinic()?.people ?? [];
  const mayNot = useMayNot('people/manage');
  const trpc = useTRPC();
  const uses = useQuery(
    trpc.people.pinUse.queryOptions(mayNot ? skipToken : undefined, { refetchInterval: 30_000 }),
  ).data;
  const [edited, setEdited] = useState<Person | 'new' | null>(null);
  return (
    <Panel
      title={words.title}
      aside={words.stays}
      end={
        <Button
          size="small"
          icon={<IconUserPlus size={18} aria-hidden />}
          disabledBecause={mayNot}
          onClick={() => {
            setEdited('new');
          }}
        >
          {words.add}
        </Button>
      }
    >
      <DataTable className={styles.table} columns={words.columns} actions={words.change}>
        {people.map((person) => (
          <tr key={person.id}>
            <td className={styles.strong}>{person.name}</td>
            <td>{person.roles.map(roleText).join(', ')}</td>
            <td>
              <StatusChip tone={person.active ? 'ok' : 'plain'}>
                {person.active ? words.active : words.inactive}
              </StatusChip>
            </td>
            <td>
              <PinUseFacts use={uses?.find(({ personId }) => personId === person.id)} />
            </td>
            <td className={styles.end}>
              <Button
                size="medium"
                disabledBecause={mayNot}
                onClick={() => {
                  setEdited(person);
                }}
              >
                {words.change}
                <span className="pp-hidden"> {person.name}</span>
              </Button>
            </td>
          </tr>
        ))}
      </DataTable>
      {edited ? (
        <PersonDialog
          key={edited === 'new' ? 'new' : edited.id}
          person={edited === 'new' ? null : edited}
          onClose={() => {
            setEdited(null);
          }}
        />
      ) : null}
    </Panel>
  );
}

/** When somebody was last here, and wrong PINs since: many of them are for the administrator to look after. */
function PinUseFacts({ use }: { readonly use: PinUse | undefined }) {
  if (!use) return null;
  const { wrongInARow, lastWrongAt, lastSignInAt, waitSeconds } = use;
  return (
    <>
      {wrongInARow > 0 ? (
        <StatusChip tone={wrongInARow < TRIES_TO_TELL ? 'plain' : 'warn'}>
          {words.wrongPins(wrongInARow)}
        </StatusChip>
      ) : null}
      <span className={styles.quiet}>
        {[
          ...(lastWrongAt ? [words.lastWrong(momentText(lastWrongAt))] : []),
          ...(waitSeconds > 0 ? [words.waits(durationText(waitSeconds))] : []),
          lastSignInAt ? words.lastSignIn(momentText(lastSignInAt)) : words.neverSignedIn,
        ].join(' · ')}
      </span>
    </>
  );
}
