import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { MARGIN_CHANGED, type UnitCost } from '../../../api/money-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { moneyIn } from '../../criteria/figures.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { TypedField } from '../spend/TypedField.tsx';

interface Said {
  readonly item: string;
  readonly cost: number | null;
}

/** What one piece of an item costs the business; an item that is there already gets the new cost. */
export function UnitCostDialog(props: { readonly item: UnitCost | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const known = props.item;
  const [item, setItem] = useState(known?.item ?? '');
  const [cost, setCost] = useState<number | null>(known?.cost ?? null);
  const [isAsked, setAsked] = useState(false);
  const saving = useDeed({
    send: (one: Said, headers) =>
      answerOf(api.PUT('/v1/insight/unit-costs', { body: { items: [one] }, headers })),
    refresh: MARGIN_CHANGED,
    tellsFailure: true,
    said: (_, one) =>
      t(one.cost === null ? 'spend.margin.unitGone' : 'spend.margin.unitSaved', {
        item: `\u2068${one.item}\u2069`,
      }),
    // Taken away by mistake, it is there again.
    ...(known === null
      ? {}
      : {
          undo: (_: unknown, __: Said, headers: Readonly<Record<string, string>>) =>
            answerOf(
              api.PUT('/v1/insight/unit-costs', {
                body: { items: [{ item: known.item, cost: known.cost }] },
                headers,
              }),
            ),
        }),
    onDone: props.onClose,
  });
  return (
    <FormDialog
      open
      title={t(known === null ? 'spend.margin.addUnit' : 'spend.margin.editUnit')}
      deed={t('spend.costs.save')}
      pending={saving.pending}
      onClose={props.onClose}
      onSubmit={() => {
        setAsked(true);
        if (cost !== null && item.trim() !== '') void saving.run({ item: item.trim(), cost });
      }}
    >
      {saving.failure === null ? null : <Alert severity="error">{failureText(saving.failure, t)}</Alert>}
      <TextField
        label={t('spend.margin.item')}
        required
        autoFocus={known === null}
        value={item}
        onChange={(event) => setItem(event.target.value)}
        helperText={t('spend.margin.itemHelp')}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 200, readOnly: known !== null } }}
      />
      <TypedField
        label={t('spend.margin.unitCost')}
        required
        autoFocus={known !== null}
        manner={moneyIn(speech)}
        value={cost}
        least={0}
        onChange={setCost}
        fault={isAsked && cost === null ? t('spend.costs.amountNeeded') : undefined}
      />
      {known === null ? null : (
        <Button
          color="error"
          sx={{ justifySelf: 'start' }}
          onClick={() => void saving.run({ item: known.item, cost: null })}
        >
          {t('spend.margin.removeUnit')}
        </Button>
      )}
    </FormDialog>
  );
}
