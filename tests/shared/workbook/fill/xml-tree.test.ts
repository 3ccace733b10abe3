import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { attributeOf, parseXml, textOf, withAttribute, writeXml } from '../../../../shared/workbook/fill/xml-tree.ts';
import { fixture, HOUSING } from '../sample-files.ts';
import { richTemplate } from './rich-template.ts';

const files = [
  HOUSING,
  '上级表样-12345办理情况通报表.xlsx',
  '上级表样-准入情况统计表.xlsx',
  '上级表样-矛盾纠纷排查化解统计表.xlsx',
  '社区上报-群众诉求-康平社区-2026年9月.xlsx',
];

test('every part of every sample is written back letter by letter', () => {
  for (const bytes of [...files.map(fixture), richTemplate()]) {
    for (const [name, content] of Object.entries(unzipSync(bytes))) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const text = strFromU8(content);
      expect(writeXml(parseXml(text))).toBe(text);
    }
  }
});

test('comments, instructions, CDATA and > in an attribute stay as they are', () => {
  const text = '\ufeff<?xml version="1.0"?><!-- a <b> --><a x="1>2" y=\'"\'><?p q?><![CDATA[<c>]]>&#25105;&amp;</a>\n';
  const { root } = parseXml(text);
  expect(writeXml(parseXml(text))).toBe(text);
  expect(textOf(root)).toBe('<c>我&');
  expect(attributeOf(root, 'x')).toBe('1>2');
  expect(attributeOf(root, 'y')).toBe('"');
});

test('an attribute is changed in its place, added behind the others, or taken out', () => {
  const { root } = parseXml('<c r="A1" s=\'3\' t="s"/>');
  expect(withAttribute(root, 's', '4').attributes).toBe(' r="A1" s="4" t="s"');
  expect(withAttribute(root, 'spans', '1:2').attributes).toBe(' r="A1" s=\'3\' t="s" spans="1:2"');
  expect(withAttribute(root, 't', undefined).attributes).toBe(' r="A1" s=\'3\'');
  expect(withAttribute(root, 's', '$1&').attributes).toBe(' r="A1" s="$1&amp;" t="s"');
});

test.each(['<a><b></a>', '<a>', 'text', '<a/><b', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', '<a></b>'])(
  '%s is no part of a workbook',
  (text) => expect(() => parseXml(text)).toThrow('表样文件内部有损坏'),
);
