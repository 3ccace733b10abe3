import { describe, expect, test } from 'vitest';
import { fullNameOf } from '../../../shared/documents/case-words.ts';
import type { ReviewKind } from '../../../shared/documents/document-kinds.ts';
import { documentTemplate } from '../../../shared/documents/document-templates.ts';
import { documentText } from '../../../shared/documents/document-text.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { caseContext } from '../access/reports/sample-cases.ts';
import { evaluated, heading, received, refused, SAMPLE_RECORDS, withValues } from './sample-documents.ts';

describe('names', () => {
  const FULL: { readonly [id: string]: string } = {
    d1: '示例区住房和城乡建设局',
    c1: '晨光社区',
    c2: '东湖社区居民委员会',
  };
  const context = {
    ...caseContext,
    nameOf: (_ledger: string, id: string) => ({ d1: '区住建局', c1: '晨光', c2: '东湖' })[id] ?? id,
    record: (_ledger: string, id: string) =>
      FULL[id] === undefined ? undefined : { id, rev: '', values: { name: FULL[id], shortName: '简称' } },
  };
  const textOf = (kind: ReviewKind, record: LedgerRecord) => {
    const model = documentTemplate('application', kind)?.build(record, context, heading);
    return model ? documentText(model) : '';
  };
  const twoOf = (values: Values) => withValues({ ...values, targets: ['c1', 'c2'] });

  test('letters call departments and communities by their full names', () => {
    const letter = textOf('opinion-request', twoOf(received.values));
    expect(letter).toContain('晨光社区居民委员会、东湖社区居民委员会：');
    expect(letter).toContain('示例区住房和城乡建设局申请将');
    expect(textOf('refusal-letter', twoOf(refused.values))).toContain('要求晨光社区、东湖社区居民委员会办理');
    expect(textOf('exit-notice', twoOf(SAMPLE_RECORDS['exit-notice'].values))).toContain(
      '示例区住房和城乡建设局负责的',
    );
    const signed = twoOf({ state: 'AGREED', agreements: [{ id: 'g', community: 'c1' }] });
    expect(textOf('agreement', signed)).toContain('乙方（受托方）：晨光社区居民委员会');
  });

  test('the table of votes takes the short ones; a department that is gone keeps the name it had', () => {
    expect(textOf('evaluation-form', twoOf(evaluated.values))).toContain('晨光\t50\t30');
    const { record: _, ...rest } = context;
    const gone = { ...rest, record: () => undefined };
    expect(fullNameOf('department', 'd1', gone)).toBe('区住建局');
  });
});
