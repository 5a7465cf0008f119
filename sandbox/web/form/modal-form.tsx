/** A form that a bot opened: it is checked before it is sent, and nothing of it is lost when sending fails. */
import { useId, useMemo, useState } from 'preact/hooks';
import type { Lookup } from '../model.js';
import { Dialog } from '../parts/dialog.js';
import { WarningIcon } from '../parts/icons.js';
import { words } from '../words/words.js';
import { type FormComponent, partsOf } from './form-field.js';
import { FormFieldView, fieldElementId } from './form-field-view.js';
import {
  type FieldValue,
  initialValues,
  isChanged,
  problemsOf,
  type Submission,
  submissionOf,
} from './form-values.js';
import './form.css';

export interface ModalFormProps {
  modal: { title: string; components: readonly unknown[] };
  lookup: Lookup;
  /** Resolves with nothing when the form was taken, else with the reason; the form stays open then. */
  submit(values: Submission['values'], files: Submission['files']): Promise<string | undefined>;
  onClose(): void;
}

export function ModalForm({ modal, lookup, submit, onClose }: ModalFormProps) {
  const formId = useId();
  const parts = useMemo(() => partsOf(modal.components as FormComponent[]), [modal]);
  const [values, setValues] = useState(() => initialValues(parts));
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const problems = problemsOf(parts, values);
  const { form: told } = words();
  const { form: failed } = words().failures;

  const change = (customId: string, value: FieldValue) => {
    setValues((before) => new Map(before).set(customId, value));
  };
  const send = async () => {
    if (isPending) return;
    setTried(true);
    setFailure(undefined);
    const [wrong] = problems.keys();
    if (wrong !== undefined) return document.getElementById(fieldElementId(formId, wrong))?.focus();
    setPending(true);
    const { values: sent, files } = submissionOf(parts, values);
    try {
      setFailure(await submit(sent, files));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setPending(false);
    }
  };

  return (
    <Dialog
      title={modal.title}
      class="form-dialog"
      hasUnsavedText={isChanged(parts, values)}
      onClose={onClose}
    >
      <form
        class="form"
        noValidate
        aria-busy={isPending}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div class="form-fields">
          <p class="form-note">{told.note}</p>
          {parts.map((part, index) => (
            <FormFieldView
              key={index}
              formId={formId}
              part={part}
              value={'customId' in part ? values.get(part.customId) : undefined}
              problem={isTried && 'customId' in part ? problems.get(part.customId) : undefined}
              isDisabled={isPending}
              lookup={lookup}
              onChange={change}
            />
          ))}
        </div>
        <footer class="form-footer">
          {failure !== undefined && (
            <div class="form-failure" role="alert">
              <WarningIcon size={18} />
              <p>
                <strong>{failed}</strong>
                {failure !== failed && <span dir="auto">{failure}</span>}
              </p>
            </div>
          )}
          <div class="form-buttons">
            <button type="button" class="button button-secondary" onClick={onClose}>
              {words().cancel}
            </button>
            <button type="submit" class="button" aria-disabled={isPending || undefined}>
              {isPending ? told.submitting : told.submit}
            </button>
          </div>
        </footer>
      </form>
    </Dialog>
  );
}
