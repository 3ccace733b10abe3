import { twoDigits } from '../kit/numbers.ts';
import { residentIdCheck } from '../kit/resident-id.ts';
import type { Chance } from './chance.ts';

const SURNAMES = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛',
);
const GIVEN = Array.from(
  '安邦彬博晨诚春丹东芳飞峰刚桂国海涵豪浩和红宏华慧佳建健江杰洁金晶静娟军俊凯兰乐磊丽莉立林玲龙梅美敏明楠宁平琪强青清庆秋荣蓉瑞珊淑涛婷彤伟文雯霞娴祥晓欣新秀旭雪岩艳燕阳瑶怡颖勇宇玉媛悦云泽珍志忠卓',
);

/** The district's code: 99 stands for no province, so no number below it can be anyone's. */
export const EXAMPLE_DISTRICT = '990101';

/** An invented resident. */
export type Person = {
  readonly name: string;
  readonly sex: '男' | '女';
  readonly idNo: string;
  readonly phone: string;
};

/** A person born in one of the years, both included. Numbers carry a right check digit; phones lie in a block nobody has. */
export function inventedPerson(chance: Chance, bornFrom: number, bornTo: number): Person {
  const given = chance.isTrue(0.75) ? chance.pick(GIVEN) + chance.pick(GIVEN) : chance.pick(GIVEN);
  const born = `${chance.between(bornFrom, bornTo)}${twoDigits(chance.between(1, 12))}${twoDigits(chance.between(1, 28))}`;
  const order = chance.between(1, 998);
  const digits = `${EXAMPLE_DISTRICT}${born}${String(order).padStart(3, '0')}`;
  return {
    name: chance.pick(SURNAMES) + given,
    // The last digit of the order number is odd for men (GB 11643—1999).
    sex: order % 2 === 1 ? '男' : '女',
    idNo: digits + (residentIdCheck(digits) ?? ''),
    phone: `1990000${String(chance.between(0, 9999)).padStart(4, '0')}`,
  };
}

/** Somebody old enough to complain, be visited or sign. */
export const inventedAdult = (chance: Chance): Person => inventedPerson(chance, 1940, 2004);
