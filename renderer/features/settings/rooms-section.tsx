import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Room } from '../../../shared/contract/day.ts';
import { failureOf } from '../../api/failure-of.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { failureText } from '../../text/failure-text.ts';
import { ruleText } from '../../text/field-text.ts';
import { roomsText as words } from '../../text/rooms-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RoomDialog } from './room-dialog.tsx';
import styles from './settings-page.module.css';

/** The rooms in which sessions are held. */
export function RoomsSection() {
  const trpc = useTRPC();
  const rooms = useSuspenseQuery(trpc.day.rooms.queryOptions()).data;
  const mayNot = useMayNot('rooms/manage');
  const [edited, setEdited] = useState<Room | null>(null);
  return (
    <Panel title={words.title}>
      <div className={styles.inside}>
        <p className={styles.quiet}>{words.hint}</p>
        {mayNot ? null : <AddRoom />}
      </div>
      {rooms.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <DataTable className={styles.table} columns={words.columns} actions={words.change}>
          {rooms.map((room) => (
            <tr key={room.id}>
              <td className={styles.strong}>{room.name}</td>
              <td>
                <StatusChip tone={room.inUse ? 'ok' : 'plain'}>
                  {room.inUse ? words.inUse : words.notInUse}
                </StatusChip>
              </td>
              <td className={styles.end}>
                <Button
                  disabledBecause={mayNot}
                  onClick={() => {
                    setEdited(room);
                  }}
                >
                  {words.change}
                  <span className="pp-hidden"> {room.name}</span>
                </Button>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      {edited ? (
        <RoomDialog
          key={edited.id}
          room={edited}
          onClose={() => {
            setEdited(null);
          }}
        />
      ) : null}
    </Panel>
  );
}

function AddRoom() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const add = useMutation(
    trpc.day.addRoom.mutationOptions({
      onSuccess: async () => {
        setName('');
        setTried(false);
        await queryClient.invalidateQueries(trpc.day.pathFilter());
      },
    }),
  );
  const failure = add.error ? failureOf(add.error) : null;
  const isTaken = failure?.code === 'room/name-taken';
  const missing = tried && name.trim() === '' ? ruleText('required') : null;
  return (
    <form
      className={styles.oneLine}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() !== '' && !add.isPending) add.mutate({ name });
      }}
    >
      <TextInput
        label={words.name}
        value={name}
        maxLength={40}
        error={missing ?? (isTaken ? failureText(failure).what : null)}
        onChange={(event) => {
          setName(event.currentTarget.value);
          add.reset();
        }}
      />
      <Button submit busy={add.isPending}>
        {words.add}
      </Button>
      <ErrorNote error={isTaken ? null : add.error} />
    </form>
  );
}
