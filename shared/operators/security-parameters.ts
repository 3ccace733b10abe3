import type { ParameterValues } from '../ledgers/parameter.ts';
import { inferredRow } from '../rules/parameter-rows.ts';
import { DEFAULT_LOCK_AFTER, LOCK_AFTER, SECURITY_GROUP, SEPARATION } from './security-rules.ts';

/** How a new office guards its work: both are its own to change. */
export const SECURITY_PARAMETERS: readonly ParameterValues[] = [
  inferredRow({
    group: SECURITY_GROUP,
    key: LOCK_AFTER,
    title: '设了口令后，多久不动就锁定（0 为不锁定）',
    value: String(DEFAULT_LOCK_AFTER),
    unit: '分钟',
    basis: '未见文件规定，程序推定，可按本单位规定调整',
  }),
  inferredRow({
    group: SECURITY_GROUP,
    key: SEPARATION,
    title: '登记案件的人不能办同一案件的审核环节',
    value: '否',
    basis: '行政事业单位内部控制规范（试行）第十二条“不相容岗位相互分离”；是否启用由本单位定',
  }),
];
