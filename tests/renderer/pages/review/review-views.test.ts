import { expect, test } from 'vitest';
import { REVIEW_VIEWS } from '../../../../renderer/pages/review/review-views.ts';
import { application } from '../../../../shared/ledgers/application.ts';

test('every tab asks for fields and columns that 准入审核 has', () => {
  const known = new Set([...Object.keys(application.fields), ...Object.keys(application.derived?.fields ?? {})]);
  const asked = REVIEW_VIEWS.flatMap(({ filters, layout }) => [
    ...filters.map(({ field }) => field),
    ...(layout?.columns ?? []),
    ...(layout?.sortedBy ? [layout.sortedBy.field] : []),
  ]);
  expect(asked.filter((field) => !known.has(field))).toEqual([]);
});
