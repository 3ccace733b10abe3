import { LATE_FIELD } from './case-life.ts';
import { codePointLength } from './code-points.ts';
import { withCorrection } from './decisions.ts';
import { children, choice, code, date, type FieldMap, type FieldSpecs, integer, specsOf, text } from './fields.ts';
import type { Ledger, LedgerDeclaration } from './ledger.ts';
import { STATE_FIELD, STEPS_FIELD, type Workflow } from './workflow.ts';

/** Fields a workflow brings along: where the case stands, and every step it took. */
function workflowFields(workflow: Workflow): FieldMap {
  const states = Object.entries(workflow.states).map(([value, state]) => ({ value, title: state.title }));
  return {
    [STATE_FIELD]: choice('状态', states)
      .decision()
      .automatic()
      .width(Math.max(13, ...states.map(({ title }) => 2 * codePointLength(title) + 1))),
    [STEPS_FIELD]: children('办理过程', {
      transition: text('环节'),
      from: text('原状态'),
      to: text('新状态'),
      on: date('日期'),
      by: text('决定人'),
      note: text('说明'),
      document: text('文号'),
      round: integer('轮次'),
    })
      .decision()
      .automatic(),
  };
}

/** Every field the declaration speaks of by its id. */
function namedFields<F extends FieldMap>(declaration: LedgerDeclaration<F>, fields: FieldSpecs): readonly string[] {
  return [
    declaration.titleField,
    ...(declaration.alsoCalled ?? []),
    ...declaration.columns,
    ...(declaration.sameAs ?? []),
    ...(declaration.foreignNumber ? [declaration.foreignNumber] : []),
    ...(declaration.foreignSource ? [declaration.foreignSource] : []),
    ...(declaration.handledBy ? [declaration.handledBy] : []),
    ...(declaration.closedBy ? [declaration.closedBy] : []),
    ...(declaration.totals ?? []),
    ...(declaration.similar ? [declaration.similar.link] : []),
    ...(declaration.restrictedBy ? [declaration.restrictedBy] : []),
    ...(declaration.sortedBy ? [declaration.sortedBy.field] : []),
    ...(declaration.numbering ? [declaration.numbering.field, declaration.numbering.yearFrom] : []),
    ...Object.values(declaration.workflow?.transitions ?? {}).flatMap(({ decides = [] }) => decides),
    ...Object.values(fields).flatMap((field) => (field.notBefore ? [field.notBefore] : [])),
  ];
}

/** Restricted by what a row is, or by its own mark. */
function restrictionOf(
  restricted: Ledger['restricted'],
  restrictedBy: string | undefined,
): Pick<Ledger, 'restricted' | 'restrictedBy'> {
  if (restrictedBy === undefined) return restricted ? { restricted } : {};
  return { restrictedBy, restricted: (values) => values[restrictedBy] === true || restricted?.(values) === true };
}

/**
 * Turns a ledger's declaration into the value the program works with.
 * @throws Error where the declaration contradicts itself (an unknown column, title field or numbering field), so that
 * a mistake shows in the first test, not on a clerk's screen.
 */
export function defineLedger<F extends FieldMap>(declaration: LedgerDeclaration<F>): Ledger {
  const { derived } = declaration;
  const workflow = declaration.workflow && withCorrection(declaration.workflow, specsOf(declaration.fields));
  const fields = specsOf({
    ...declaration.fields,
    ...(workflow ? workflowFields(workflow) : {}),
    ...(declaration.numbering ? { [LATE_FIELD]: code('补录年度').automatic().width(10) } : {}),
  });
  const known = (fieldId: string) => fieldId in fields || fieldId in (derived?.fields ?? {});
  for (const fieldId of namedFields(declaration, fields)) {
    if (!known(fieldId)) throw new Error(`ledger ${declaration.id} names an unknown field: ${fieldId}`);
  }
  const {
    numbering,
    foreignNumber,
    foreignSource,
    handledBy,
    closedBy,
    sortedBy,
    restricted,
    restrictedBy,
    similar,
    check,
    undoBlocked,
    published,
    isSetting,
  } = declaration;
  return {
    id: declaration.id,
    title: declaration.title,
    noun: declaration.noun,
    group: declaration.group,
    version: declaration.version,
    upcast: declaration.upcast ?? ((values) => values),
    fields,
    titleField: declaration.titleField,
    alsoCalled: declaration.alsoCalled ?? [],
    clocks: declaration.clocks ?? [],
    sameAs: declaration.sameAs ?? [],
    columns: declaration.columns,
    totals: declaration.totals ?? [],
    leadsTo: declaration.leadsTo ?? [],
    ...(numbering ? { numbering } : {}),
    ...(foreignNumber ? { foreignNumber } : {}),
    ...(foreignSource ? { foreignSource } : {}),
    ...(handledBy ? { handledBy } : {}),
    ...(closedBy ? { closedBy } : {}),
    ...(workflow ? { workflow } : {}),
    ...(sortedBy ? { sortedBy } : {}),
    ...(derived ? { derived } : {}),
    ...(similar ? { similar } : {}),
    ...(undoBlocked ? { undoBlocked } : {}),
    ...(isSetting ? { isSetting } : {}),
    // The declaration's own fields decided these types; beyond this point records are plain values.
    ...restrictionOf(restricted as Ledger['restricted'], restrictedBy),
    ...(published ? { published: published as NonNullable<Ledger['published']> } : {}),
    check: (check as Ledger['check'] | undefined) ?? (() => []),
  };
}
