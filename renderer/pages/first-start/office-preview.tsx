import { Button, Text } from '@mantine/core';
import { barredCertificateValues } from '../../../shared/access/catalogue/barred-certificates.ts';
import { starterCatalogueValues } from '../../../shared/access/catalogue/starter-catalogue.ts';
import { HOLIDAY_SEED } from '../../../shared/deadlines/holiday-seed.ts';
import { countWords } from '../../../shared/kit/numbers.ts';
import { DEFAULT_PARAMETERS } from '../../../shared/ledgers/default-parameters.ts';
import styles from './first-start.module.css';
import { OfficeNotes } from './office-notes.tsx';
import type { FirstOfficeState } from './use-first-office.ts';

const CATALOGUE = starterCatalogueValues();
const FORBIDDEN = CATALOGUE.filter(({ listType }) => listType === '负面').length;
const CERTIFICATES = barredCertificateValues().length;
const YEARS = `${HOLIDAY_SEED[0]?.year}–${HOLIDAY_SEED.at(-1)?.year} 年`;

type Line = { readonly count: number; readonly what: string; readonly names?: string };

/** 晨光社区（1,260 户）: enough to see that the line was read as it was meant. */
function linesOf({ office }: FirstOfficeState): readonly Line[] {
  const communities = office.communities.map(({ name, communityKind, households }) => {
    const more = [communityKind, households === undefined ? undefined : `${countWords(households)} 户`];
    const known = more.filter((word) => word !== undefined).join('，');
    return known === '' ? name : `${name}（${known}）`;
  });
  const departments = office.departments.map(({ name, shortName }) => shortName ?? name);
  return [
    { count: office.communities.length, what: '个社区', names: communities.join('、') },
    { count: office.departments.length, what: '个部门', names: departments.join('、') || '可以以后导入来表时一并登记' },
    { count: CATALOGUE.length, what: `条准入清单（其中禁止事项 ${FORBIDDEN} 条）` },
    { count: CERTIFICATES, what: '项不应由社区出具的证明' },
    { count: DEFAULT_PARAMETERS.length, what: '项参数（时限、规则）' },
    { count: HOLIDAY_SEED.length, what: `年节假日和调休（${YEARS}）` },
  ];
}

/** What will be created, counted while typing, and the one button that does it. */
export function OfficePreview({ state }: { readonly state: FirstOfficeState }) {
  const { district, street } = state.office;
  const { missing, problem, busy } = state;
  return (
    <aside className={styles.preview} aria-label="将要建立">
      <h2>将要建立</h2>
      <Text mb={8}>
        {[district.name, street.name].filter((name) => name !== '').join(' · ') || '（还没有填写街道）'}
      </Text>
      <dl className={styles.counts}>
        {linesOf(state).map(({ count, what, names }) => (
          <div key={what} style={{ display: 'contents' }}>
            <dt>{count}</dt>
            <dd>
              {what}
              {names && <div className={styles.names}>{names}</div>}
            </dd>
          </div>
        ))}
      </dl>
      {missing > 0 && (
        <Text c="var(--mantine-color-error)" mb={8} role="status">
          还有 {missing} 处要改，见左边的提示。
        </Text>
      )}
      {problem && (
        <Text c="var(--mantine-color-error)" mb={8} role="alert" style={{ whiteSpace: 'pre-line' }}>
          {problem}
        </Text>
      )}
      <Button fullWidth loading={busy} onClick={state.create}>
        建立，开始使用
      </Button>
      <OfficeNotes />
    </aside>
  );
}
