import { NativeSelect, Popover } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconMapPin } from '@tabler/icons-react';
import { useState } from 'react';
import type { Room } from '../../../shared/contract/day.ts';
import type { DaySession } from '../../../shared/contract/today.ts';
import { mayDo, type Person } from '../../../shared/domain/staff/roles.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { nameText } from '../../text/format.ts';
import { todayText } from '../../text/today-text.ts';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { holderOf } from './day-groups.ts';
import styles from './session-place.module.css';

const words = todayText.place;

interface SessionPlaceProps {
  readonly row: DaySession;
  readonly rooms: readonly Room[];
  readonly people: readonly Person[];
}

/** Where a session is held and by whom; a press lets it be said otherwise, unless it is signed. */
export function SessionPlace({ row, rooms, people }: SessionPlaceProps) {
  const mayNot = useMayNot('day/arrange');
  const [isOpen, setOpen] = useState(false);
  const holder = people.find(({ id }) => id === holderOf(row));
  const facts = <PlaceWords room={row.room} holder={holder?.name ?? row.session?.openedBy ?? null} />;
  if (mayNot || row.session?.state === 'signed')
    return <span className={styles.still}>{row.room === null && !holder ? words.nothing : facts}</span>;
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.open}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {facts}
          <span className="pp-hidden"> {words.change(nameText(row.patient))}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.title(nameText(row.patient))} className={styles.menu}>
        <PlaceFields row={row} rooms={rooms} people={people} />
      </Popover.Dropdown>
    </Popover>
  );
}

function PlaceWords({ room, holder }: { readonly room: string | null; readonly holder: string | null }) {
  if (room === null && holder === null)
    return (
      <span className={styles.none}>
        <IconMapPin size={16} aria-hidden /> {words.none}
      </span>
    );
  return (
    <>
      <strong>{room ?? words.noRoom}</strong>
      <span>{holder ?? words.nobody}</span>
    </>
  );
}

function PlaceFields({ row, rooms, people }: SessionPlaceProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const arrange = useMutation(
    trpc.day.arrange.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.sessions.today.pathFilter()),
    }),
  );
  const { caseId, number, roomId, assignedTo: personId } = row;
  const offered = rooms.filter(({ inUse, id }) => inUse || id === roomId);
  const able = people.filter(
    ({ active, roles, id }) => (active && mayDo(roles, 'session/record')) || id === personId,
  );
  return (
    <>
      <NativeSelect
        label={words.room}
        description={offered.length === 0 ? words.noRooms : undefined}
        disabled={offered.length === 0}
        value={roomId ?? ''}
        data={[
          { value: '', label: words.noRoom },
          ...offered.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          const chosen = offered.find(({ id }) => id === event.currentTarget.value);
          arrange.mutate({ caseId, number, personId, roomId: chosen?.id ?? null });
        }}
      />
      <NativeSelect
        label={words.person}
        value={personId ?? ''}
        data={[
          { value: '', label: words.nobody },
          ...able.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          const chosen = able.find(({ id }) => id === event.currentTarget.value);
          arrange.mutate({ caseId, number, roomId, personId: chosen?.id ?? null });
        }}
      />
      <ErrorNote error={arrange.error} />
    </>
  );
}
