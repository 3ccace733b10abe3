import type { Day, Values } from '../../kit/values.ts';
import type { Chance } from '../chance.ts';
import type { ExampleDesk } from '../example-desk.ts';
import type { ExampleRecipe } from '../example-recipe.ts';
import { inventedPerson } from '../invented-people.ts';
import { pickCommunity } from './picks.ts';

function values(on: Day, desk: ExampleDesk, chance: Chance): Values {
  const { name, sex, idNo, phone } = inventedPerson(chance, 1968, 2001);
  const postKind = chance.weighted([
    ['其他', 80],
    ['副职', 14],
    ['正职', 6],
  ]);
  const grade = { 正职: chance.between(7, 14), 副职: chance.between(4, 11), 其他: chance.between(1, 8) }[postKind] ?? 1;
  const monthlyPay = 260_000 + grade * 18_000;
  const isMember = chance.isTrue(0.55);
  const certificate = chance.weighted([
    ['无', 50],
    ['助理社会工作师', 34],
    ['社会工作师', 16],
  ]);
  const onDuty = chance.isTrue(0.94);
  return {
    community: pickCommunity(desk, chance),
    name,
    idNo,
    sex,
    nation: '汉族',
    birth: `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}`,
    politics: isMember ? '中共党员' : '群众',
    ...(isMember ? { joinedParty: `${Number(idNo.slice(6, 10)) + 22}-07-01` } : {}),
    degree: chance.weighted([
      ['大专', 42],
      ['本科', 45],
      ['高中中专', 10],
      ['硕士', 3],
    ]),
    phone,
    postKind,
    position: postKind === '正职' ? '社区书记、主任' : postKind === '副职' ? '社区副主任' : '社区网格员',
    ...(postKind === '正职' ? { shoulder: true } : {}),
    grade,
    payCoefficient: { 正职: 1, 副职: 0.8, 其他: 0.7 }[postKind] ?? 0.7,
    communityFrom: on,
    hire: chance.weighted([
      ['合同', 70],
      ['选任', 20],
      ['公益岗', 10],
    ]),
    certificate,
    ...(certificate === '无' ? {} : { certificateNo: `SG${chance.between(100_000, 999_999)}`, certifiedOn: on }),
    households: chance.between(700, 1_300),
    onDuty,
    ...(onDuty ? {} : { offReason: '合同期满' }),
    monthlyPay,
    yearlyPay: monthlyPay * 12,
    appraisal: chance.weighted([
      ['合格', 80],
      ['优秀', 17],
      ['基本合格', 3],
    ]),
    trainingHours: chance.between(8, 60),
  };
}

/** 社区工作者: too few for the households they look after, which is what the roster has to prove. */
export const workerRecipe: ExampleRecipe = { ledger: 'worker', count: 168, values };
