import type { Option } from '../kit/fields.ts';

/** Which list an item stands on: 社区准入清单两类, 负面清单, 街道履职事项清单三类, and two more of the 六张清单. */
export const LIST_TYPES: readonly Option[] = [
  { value: '依法履职', aliases: ['依法履职事项', '依法自治', '依法自治事项', '自治事项'] },
  { value: '依法协助', aliases: ['依法协助事项', '协助事项', '依法协助政府工作事项'] },
  {
    value: '负面',
    aliases: ['负面清单', '负面事项', '工作负面', '禁入事项', '减负事项', '减负工作事项', '取消和禁入'],
  },
  { value: '基本履职', aliases: ['基本履职事项'] },
  { value: '配合履职', aliases: ['配合履职事项'] },
  { value: '收回', aliases: ['上级部门收回', '上级部门收回事项', '收回事项'] },
  { value: '管理服务', aliases: ['管理服务事项', '村（社区）管理服务'] },
  { value: '小微权力', aliases: ['小微权力事项', '小微权力清单'] },
];

/** How often an item recurs. 突发 and 每学期 stand beside the usual rhythm because some statutes speak of nothing else. */
export const FREQUENCIES = [
  '一次性',
  '每日',
  '每周',
  '每月',
  '每季度',
  '每半年',
  '每年',
  '每学期',
  '常年',
  '按需',
  '突发',
] as const;
