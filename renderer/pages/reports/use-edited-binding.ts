import { useState } from 'react';
import { adoptedBinding } from '../../../shared/forms/adopt-binding.ts';
import { placeOf, sheetBinding, withSheet } from '../../../shared/forms/edit-binding.ts';
import type { FormBinding, SheetBinding } from '../../../shared/forms/form-binding.ts';
import { readLayout } from '../../../shared/forms/form-layout.ts';
import { mainSheet } from '../../../shared/forms/propose-binding.ts';
import { leftBeside } from '../../../shared/forms/side-by-side.ts';
import { useNotices } from '../../components/session/notice.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useTask } from '../../components/session/use-task.ts';
import { chooseForm, type EditedForm } from './choose-form.ts';
import { bindingChanges } from './form-record.ts';

type Cell = { readonly row: number; readonly column: number };

export type EditedBinding = ReturnType<typeof useEditedBinding>;

/** A form whose binding is being corrected: the sheet in view, the cell picked on it, and what stands at that place. */
export function useEditedBinding(start: EditedForm) {
  const { forms } = useStoreClient();
  const { say } = useNotices();
  const { run } = useTask();
  const [form, setForm] = useState(start);
  const [binding, setBinding] = useState<FormBinding>(start.binding ?? start.proposed.binding);
  const [chosen, setChosen] = useState(() => mainSheet(start.sheets)?.name);
  const [picked, setPicked] = useState<Cell>();
  const sheet = form.sheets.find(({ name }) => name === chosen) ?? form.sheets[0];
  const tables = sheet ? readLayout(sheet).tables : [];
  const place = sheet && picked && placeOf(sheet, tables, picked.row, picked.column);
  const left = leftBeside(form.proposed.beside, binding);
  const leftToCheck = left.map((one) => ({ ...one, row: one.table.top, column: one.columns[0] ?? 0 }));

  /** Another blank form for the same report: what was chosen goes along wherever it still has its place. */
  const replace = async () => {
    const other = await chooseForm(forms);
    if (other === undefined) return;
    const changes = bindingChanges(binding, other.sheets);
    setForm({ ...other, changes, ...(form.record ? { record: form.record } : {}) });
    setBinding(adoptedBinding(binding, form.sheets, other.proposed.binding, other.sheets));
    setPicked(undefined);
    say({
      text:
        changes.length === 0
          ? '新表样和原来的一样，对应关系照旧。'
          : `新表样有 ${changes.length} 处不同，请核对后保存。`,
    });
  };

  return {
    form,
    binding,
    sheet,
    tables,
    bound: sheet && sheetBinding(binding, sheet),
    setBound: (next: SheetBinding) => setBinding(withSheet(binding, next, form.sheets)),
    picked,
    pick: setPicked,
    place,
    /** The table beside the bound one that the picked column belongs to, where it is not filled. */
    beside:
      place?.kind === 'column'
        ? left.find((one) => one.sheet === sheet?.name && one.columns.includes(place.column))
        : undefined,
    /** What the program proposed without being sure; nothing of a binding that was saved. */
    toCheck: form.binding === undefined ? [...form.proposed.toCheck, ...leftToCheck] : [],
    look: (name: string | null, at?: Cell) => {
      setChosen(name ?? chosen);
      setPicked(at);
    },
    replace: () => run(replace),
  };
}
