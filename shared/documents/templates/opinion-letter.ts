import { error } from '../../kit/complaint.ts';
import { documentDate } from '../../kit/document-date.ts';
import { textIn } from '../../kit/field-values.ts';
import { goesByOpinion } from '../../rules/petition-clocks.ts';
import { linesOf, sentences } from '../case-words.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { type Block, paragraph } from '../document-model.ts';
import { letter } from '../letter.ts';
import type { DocumentTemplate } from '../template.ts';
import { petitionWords } from './petition-notices.ts';

/** The three outcomes in the words of 条例 第三十二条. */
const OUTCOMES: { readonly [opinionType: string]: string } = {
  予以支持: '请求事实清楚，符合法律、法规、规章或者其他有关规定，予以支持',
  解释说明: '请求事由合理但缺乏法律依据，作出解释说明',
  不予支持: '请求缺乏事实根据，或者不符合法律、法规、规章或者其他有关规定，不予支持',
};

const part = (title: string, text: string): readonly Block[] => [
  paragraph('level1', title),
  ...linesOf(text).map((line) => paragraph('body', sentences(line))),
];

/** 信访事项处理意见书: claim, facts and reasons, opinion and its legal basis (条例 第三十二条), and the way on (第三十五条). */
export const opinionLetter: DocumentTemplate = {
  id: 'opinion-letter',
  title: DOCUMENT_KINDS['opinion-letter'],
  numberSuffix: '信复',
  neededFields: ['petitioner', 'acceptedOn', 'demand', 'facts', 'opinionType', 'opinionContent', 'opinionBasis'],
  appliesTo: ({ values }) =>
    goesByOpinion(values)
      ? []
      : [error('document/other-route', '只有按信访程序（途径⑥）办理的事项出具处理意见书。', 'route')],
  datedBy: 'opinionOn',
  carries: () => ['opinionType', 'opinionNo', 'opinionContent', 'opinionBasis', 'opinionOn'],
  build: (record, _context, heading) => {
    const { values } = record;
    const outcome = OUTCOMES[textIn(values, 'opinionType')] ?? '';
    return letter(
      {
        template: 'opinion-letter',
        title: DOCUMENT_KINDS['opinion-letter'],
        addressee: textIn(values, 'petitioner'),
        number: textIn(values, 'opinionNo'),
        blocks: [
          paragraph(
            'body',
            `你${petitionWords(record)}，我单位于${documentDate(textIn(values, 'acceptedOn'))}受理。经调查核实，根据《信访工作条例》第三十二条的规定，现提出处理意见如下：`,
          ),
          ...part('一、投诉请求', textIn(values, 'demand')),
          ...part('二、事实和理由', textIn(values, 'facts')),
          paragraph('level1', '三、处理意见'),
          paragraph('body', sentences(outcome)),
          ...linesOf(textIn(values, 'opinionContent')).map((line) => paragraph('body', sentences(line))),
          ...part('四、依据', textIn(values, 'opinionBasis')),
          paragraph('body', '如不服本处理意见，可以自收到本意见书之日起三十日内，请求我单位的上一级机关、单位复查。'),
        ],
      },
      heading,
    );
  },
};
