import { TextInput } from '@mantine/core';
import { profileEditorText } from '../../../text/profile-editor-text.ts';

const words = profileEditorText.fields;

interface WidthFieldsProps {
  readonly over: string;
  readonly upTo: string;
  readonly fault: string | undefined;
  readonly onChange: (change: { readonly over?: string; readonly upTo?: string }) => void;
}

/** Of which width a vessel must be; both empty: of any. */
export function WidthFields({ over, upTo, fault, onChange }: WidthFieldsProps) {
  return (
    <>
      <TextInput
        label={words.over}
        inputMode="decimal"
        autoComplete="off"
        value={over}
        error={fault}
        onChange={(event) => {
          onChange({ over: event.currentTarget.value });
        }}
      />
      <TextInput
        label={words.upTo}
        inputMode="decimal"
        autoComplete="off"
        value={upTo}
        error={fault !== undefined}
        onChange={(event) => {
          onChange({ upTo: event.currentTarget.value });
        }}
      />
    </>
  );
}
