import { barredCertificateValues } from '../shared/access/barred-certificates.ts';
import { starterCatalogueValues } from '../shared/access/starter-catalogue.ts';
import { HOLIDAY_SEED } from '../shared/deadlines/holiday-seed.ts';
import { buildCalendar, holidayRows } from '../shared/deadlines/working-calendar.ts';
import type { LedgerContext } from '../shared/kit/ledger-context.ts';
import { textIn } from '../shared/kit/steps.ts';
import type { Day, LedgerRecord, Values } from '../shared/kit/values.ts';
import { DEFAULT_PARAMETERS } from '../shared/ledgers/default-parameters.ts';
import { ledgerById } from '../shared/ledgers/index.ts';

/** The demo's street; it exists nowhere. */
export const OFFICE = '示例区滨河街道办事处';
export const CLERK = '示例经办人';

const REV = 'demo/1/0';

/** Records in memory and nothing else: the demo shows the rules, the program's store keeps them. */
export class DemoOffice {
  today: Day;
  readonly #records = new Map<string, LedgerRecord[]>();
  #lastId = 0;
  #lastNumber = 0;

  constructor(today: Day) {
    this.today = today;
  }

  readonly newId = (): string => {
    this.#lastId += 1;
    return `demo-${this.#lastId}`;
  };

  records(ledgerId: string): readonly LedgerRecord[] {
    return this.#records.get(ledgerId) ?? [];
  }

  add(ledgerId: string, values: Values, id = this.newId()): LedgerRecord {
    const record = { id, rev: REV, values: { ...this.#numbered(ledgerId, values), ...values } };
    const list = this.#records.get(ledgerId);
    if (list) list.push(record);
    else this.#records.set(ledgerId, [record]);
    return record;
  }

  patch(ledgerId: string, id: string, patch: Values): LedgerRecord {
    const list = this.#records.get(ledgerId) ?? [];
    const place = list.findIndex((record) => record.id === id);
    const before = list[place];
    if (!before) throw new Error(`no ${ledgerId} ${id}`);
    const after = { ...before, values: { ...before.values, ...patch } };
    list[place] = after;
    return after;
  }

  context(): LedgerContext {
    const find = (ledgerId: string, id: string) => this.records(ledgerId).find((record) => record.id === id);
    const inForce = (group: string, on: Day) =>
      this.records('parameter')
        .map(({ values }) => values)
        .filter(
          (values) => values.group === group && textIn(values, 'from') <= on && on <= (textIn(values, 'to') || on),
        );
    return {
      today: this.today,
      operator: CLERK,
      calendar: buildCalendar(holidayRows(HOLIDAY_SEED)),
      parameter: (group, key, on) => {
        const found = inForce(group, on).find((values) => values.key === key);
        return found && (textIn(found, 'value') || undefined);
      },
      parameterKeys: (group, on) => inForce(group, on).map((values) => textIn(values, 'key')),
      record: find,
      records: (ledgerId) => this.records(ledgerId),
      nameOf: (ledgerId, id) => {
        const values = find(ledgerId, id)?.values ?? {};
        return textIn(values, 'shortName') || textIn(values, ledgerById(ledgerId)?.titleField ?? 'name') || id;
      },
    };
  }

  /** `ZR-2026-0001` and the workflow's first state, as the store gives them to a new record. */
  #numbered(ledgerId: string, values: Values): Values {
    const ledger = ledgerById(ledgerId);
    if (!ledger?.numbering) return {};
    this.#lastNumber += 1;
    const { field, pattern, yearFrom } = ledger.numbering;
    const number = String(this.#lastNumber);
    return {
      [field]: pattern
        .replace('{year}', textIn(values, yearFrom).slice(0, 4))
        .replace(/\{(0+)\}/, (_, zeros: string) => number.padStart(zeros.length, '0')),
      ...(ledger.workflow ? { state: ledger.workflow.initial } : {}),
    };
  }
}

/** An office as it stands after first start: the tree, the departments, catalogue and parameters. */
export function openDemoOffice(today: Day): DemoOffice {
  const office = new DemoOffice(today);
  const district = office.add('organisation', { level: '区', name: '示例区', code: '990101' });
  const street = office.add('organisation', {
    level: '街道',
    name: OFFICE,
    shortName: '滨河街道',
    code: '990101001',
    parent: district.id,
  });
  for (const [place, name] of ['晨光', '东湖', '康平'].entries()) {
    office.add('organisation', {
      level: '社区',
      name: `${name}社区`,
      shortName: name,
      aliases: `${name}社区居委会`,
      code: `99010100100${place + 1}`,
      parent: street.id,
    });
  }
  const departments = [
    ['区住房和城乡建设局', '区住建局'],
    ['市公安局示例区分局', '区公安分局'],
    ['区民政局', '区民政局'],
  ] as const;
  for (const [name, shortName] of departments) office.add('department', { name, shortName, level: '区' });
  for (const values of starterCatalogueValues()) office.add('catalogueItem', values);
  for (const values of barredCertificateValues()) office.add('certificateItem', values);
  for (const values of DEFAULT_PARAMETERS) office.add('parameter', values);
  return office;
}
