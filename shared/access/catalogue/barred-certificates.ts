import { twoDigits } from '../../kit/numbers.ts';
import type { CertificateItemValues } from '../../ledgers/certificate-item.ts';

const CERTIFICATE_BASIS = '民发〔2020〕20号';

/** Name as the notice prints it, and other words departments use for the same certificate. */
type Row = readonly [name: string, keywords?: string];

const ROWS: readonly Row[] = [
  ['亲属关系', '关系证明、亲属'],
  ['居民身份信息', '身份信息、身份证明'],
  ['户口登记项目内容变更申请', '户口登记、户口变更'],
  ['居民养犬', '养犬'],
  ['无犯罪记录', '无违法犯罪、犯罪记录'],
  ['社区戒毒社区康复人员情况', '社区戒毒、社区康复人员'],
  ['人员失踪', '失踪'],
  ['婚姻状况', '未婚证明、单身证明、婚姻'],
  ['出生'],
  ['健在', '生存证明、在世'],
  ['死亡'],
  ['疾病状况', '患病证明、疾病'],
  ['残疾状况', '残疾'],
  ['婚育状况', '婚育'],
  ['居民就业状况', '就业状况、就业证明、未就业、失业证明'],
  ['居民个人档案', '个人档案'],
  ['居民财产', '财产证明、房产证明'],
  ['遗产继承权', '继承权、遗产'],
  ['市场主体住所', '经营场所证明、住所证明'],
  ['证件遗失', '证件丢失、遗失'],
];

/** The first 20 certificates a 居民委员会 should not issue, as values of the certificate ledger. */
export function barredCertificateValues(): readonly CertificateItemValues[] {
  return ROWS.map(([name, keywords], index) => ({
    code: `ZM-${twoDigits(index + 1)}`,
    kind: '不应出具',
    name: `${name}证明`,
    basis: CERTIFICATE_BASIS,
    ...(keywords === undefined ? {} : { keywords }),
  }));
}
