import { zipSync } from 'fflate';
import { LedgerError } from '../../../shared/kit/complaint.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import { type FieldSpec, optionTitle } from '../../../shared/kit/fields.ts';
import { safeFileName } from '../../../shared/kit/file-names.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { Period } from '../../../shared/kit/period.ts';
import type { Day } from '../../../shared/kit/values.ts';
import {
  type ColumnChoice,
  collectionColumns,
  collectionForm,
} from '../../../shared/workbook/export/collection-form.ts';
import { lookupIn } from '../../../shared/workbook/import/import-lookup.ts';
import { writeWorkbook } from '../../../shared/workbook/write/write-workbook.ts';
import type { ExportedFile } from '../export/export-session.ts';
import { handedOver } from '../export/handed-over.ts';
import type { TakeOut } from '../export/taking-out.ts';

/** What collecting needs of the store. */
export type CollectionTarget = {
  readonly ledgerById: (id: string) => Ledger | undefined;
  readonly context: () => LedgerContext;
  readonly office: () => string;
  readonly takeOut: TakeOut;
};

/** A blank form of a round: for one community, or with none named for all of them together. */
export type BlankRequest = {
  readonly ledger: string;
  readonly period: Period;
  readonly units: readonly string[];
  readonly dueOn?: Day | undefined;
  readonly columns: ColumnChoice;
};

/** Names longer than any community would look through are no list to choose from. */
const MOST_NAMES = 500;

/** Blank forms to be filled by communities, made beside the records. */
export function collectionService({ ledgerById, context, office, takeOut }: CollectionTarget) {
  const titleOf = (id: string) => ledgerById(id)?.title ?? '';
  const formOf = ({ ledger: id, period, dueOn, columns }: BlankRequest, unitId?: string): ExportedFile => {
    const ledger = ledgerById(id);
    if (!ledger) throw new LedgerError('export/unknownLedger', `没有“${id}”这个台账，没有生成文件。`);
    const now = context();
    const unit = unitId === undefined ? undefined : { id: unitId, name: fullName(now, unitId) };
    const model = collectionForm({
      ledger,
      columns: collectionColumns(ledger, columns, { period, unit: unitId }, ledgerById),
      period,
      office: office(),
      offered: (field) => offeredIn(field, now, ledgerById),
      ...(unit ? { unit } : {}),
      ...(dueOn === undefined ? {} : { dueOn }),
    });
    return { name: fileName(ledger, period, unit?.name ?? '各社区共用'), bytes: writeWorkbook(model) };
  };
  const note = ({ ledger, period, units }: BlankRequest) =>
    takeOut(`导出收表空白表：${titleOf(ledger)}（${period.label}）${units.length > 1 ? `，${units.length} 份` : ''}`);
  return {
    /** The form of the first community named, or the one for all where none is. */
    blankForm: async (request: BlankRequest): Promise<ExportedFile> => {
      await note(request);
      return handedOver(formOf(request, request.units[0]));
    },
    /** An archive with a form for each community. */
    blankForms: async (request: BlankRequest): Promise<ExportedFile> => {
      await note(request);
      const files = request.units.map((unit) => formOf(request, unit));
      return handedOver({
        name: `收表-${titleOf(request.ledger)}-${request.period.label}-空白表.zip`,
        // Sheets are compressed already.
        bytes: zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0 }),
      });
    },
  };
}

/** A form names whoever fills it in as on paper: 晨光社区, not 晨光. */
const fullName = (context: LedgerContext, unit: string): string =>
  textIn(context.record('organisation', unit)?.values ?? {}, 'name') || context.nameOf('organisation', unit);

const fileName = ({ title }: Ledger, { label }: Period, unit: string): string =>
  safeFileName(`收表-${title}-${label}-${unit}.xlsx`);

/** What a field may say: declared options, parameters in force, 是 and 否, or what its records are called. */
function offeredIn(
  field: FieldSpec,
  context: LedgerContext,
  ledgerById: (id: string) => Ledger | undefined,
): readonly string[] {
  if (field.kind === 'yesNo') return ['是', '否'];
  if (field.kind === 'choice' || field.kind === 'choices') {
    const options = lookupIn(context, ledgerById).options(field);
    return options.map(({ value }) => optionTitle(options, value));
  }
  const { target } = field;
  if (target === undefined) return [];
  const { where } = target;
  const names = context
    .records(target.ledger)
    .filter(({ values }) => where === undefined || where.is.some((word) => values[where.field] === word))
    .map(({ id }) => context.nameOf(target.ledger, id));
  return names.length > MOST_NAMES ? [] : [...new Set(names)];
}
