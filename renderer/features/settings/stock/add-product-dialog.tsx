import { Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { parseAmount, PERCENT } from '../../../../shared/domain/dose/amount-entry.ts';
import { parseVolumeMl } from '../../../../shared/domain/dose/volume-entry.ts';
import { microgramsPerMillilitre } from '../../../../shared/kernel/units.ts';
import { failureOf } from '../../../api/failure-of.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { failureText } from '../../../text/failure-text.ts';
import { ruleText } from '../../../text/field-text.ts';
import { settingsText } from '../../../text/settings-text.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { textFieldOf, useDraft } from '../../../ui/use-draft.ts';
import styles from '../settings-page.module.css';
import { useStockAnswer } from './use-stock-answer.ts';

const words = settingsText.stock;

/** A product that the clinic has not had before. */
export function AddProductDialog({ onClose }: { readonly onClose: () => void }) {
  const trpc = useTRPC();
  const onAnswer = useStockAnswer(onClose);
  const form = useDraft({ name: '', strength: '', ampoule: '2' }, ({ name, strength, ampoule }) => ({
    ...(name.trim() === '' && { name: ruleText('required') }),
    ...(!parseAmount(strength, PERCENT).ok && { strength: words.notAStrength }),
    ...(!parseVolumeMl(ampoule).ok && { ampoule: words.notAVolume }),
  }));
  const add = useMutation(
    trpc.stock.addProduct.mutationOptions({
      onSuccess: onAnswer,
      onError: (error) => {
        const failure = failureOf(error);
        if (failure.code === 'product/already-known') form.refuse({ name: failureText(failure).what });
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={words.addProduct} centered closeOnClickOutside={false}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const strength = parseAmount(form.draft.strength, PERCENT);
          const ampoule = parseVolumeMl(form.draft.ampoule);
          if (form.check() && strength.ok && ampoule.ok && !add.isPending)
            add.mutate({
              name: form.draft.name,
              strengthUgPerMl: microgramsPerMillilitre(strength.value),
              ampouleUl: ampoule.value,
            });
        }}
      >
        <p className={styles.quiet}>{words.addProductHint}</p>
        <TextInput label={words.productName} required maxLength={100} {...textFieldOf(form, 'name')} />
        <TextInput label={words.strength} required maxLength={8} {...textFieldOf(form, 'strength')} />
        <TextInput label={words.ampouleMl} required maxLength={8} {...textFieldOf(form, 'ampoule')} />
        <ErrorNote error={add.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="main" submit busy={add.isPending}>
            {words.saveProduct}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
