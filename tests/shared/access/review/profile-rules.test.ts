import { describe, expect, test } from 'vitest';
import { GENERAL_PROFILE, PROFILE_KEY, XICHENG_PROFILE } from '../../../../shared/access/review/profile.ts';
import { profileRules, ruleChanges } from '../../../../shared/access/review/profile-rules.ts';
import { RULES_GROUP } from '../../../../shared/kit/rules-group.ts';
import { DEFAULT_PARAMETERS } from '../../../../shared/ledgers/default-parameters.ts';
import { parameterSeries } from '../../../../shared/rules/dated-parameter.ts';

const rows = DEFAULT_PARAMETERS.map((values, place) => ({ id: `p${place}`, rev: 'a/1/0', values }));
const rules = parameterSeries(rows, RULES_GROUP);

const changed = (key: string, value: string) => {
  const series = rules.find((one) => one.key === key);
  if (!series) throw new Error(key);
  return ruleChanges(rules, series, { value, from: '2026-12-01', basis: '示例文' }).map(
    (one) => `${one.series.key}=${one.change.value} ${one.change.from} ${one.change.basis}`,
  );
};

describe('rules that follow from a profile', () => {
  test('the defaults are those of 通用(推定)', () => {
    for (const [key, value] of Object.entries(profileRules(GENERAL_PROFILE.name))) {
      expect(DEFAULT_PARAMETERS.find((row) => row.key === key)?.value).toBe(value);
    }
  });

  test('choosing 西城式 switches its steps off from the same day', () => {
    expect(changed(PROFILE_KEY, XICHENG_PROFILE.name).toSorted()).toEqual(
      ['征求社区意见=否', '街道初审=否', '街道可否决=否', '配置方案=西城式']
        .map((rule) => `${rule} 2026-12-01 示例文`)
        .toSorted(),
    );
  });

  test('choosing what is in force already changes nothing else; another rule changes alone', () => {
    expect(changed(PROFILE_KEY, GENERAL_PROFILE.name)).toHaveLength(1);
    expect(changed('街道可否决', '否')).toEqual(['街道可否决=否 2026-12-01 示例文']);
  });
});
