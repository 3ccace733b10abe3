import { isMissing, type Round, roundsOf } from '../../../shared/collection/rounds.ts';
import frame from '../../components/basics/page-frame.module.css';
import { LoadingLines, StateNote } from '../../components/basics/state-notes.tsx';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import { useToday } from '../../components/session/use-today.ts';
import { SideEntry, SideGroup, SideList } from '../../components/side-list/side-list.tsx';
import { COLLECTION_NEW_LINK, roundLink } from './collection-links.ts';
import { NewRound } from './new-round.tsx';
import { RoundBoard } from './round-board.tsx';

/** Rows of 收表登记 read at once: some thirty communities, some sheets a month, for years. */
const MOST = 20_000;

/** 收表: what communities are asked to hand in, and who has. `here` is the key of a round, or `new`. */
export function CollectionPage({ here }: { readonly here?: string | undefined }) {
  const { store } = useStoreClient();
  const today = useToday();
  const version = useDataVersion();
  const { data, problem } = useAnswer(`collection ${version}`, () => store.window({ ledger: 'collection' }, 0, MOST));
  const rounds = roundsOf(data?.rows ?? [], today);
  const shown = here === undefined ? rounds[0] : rounds.find(({ key }) => key === here);
  return (
    <div className={frame.page}>
      <SideList label="收表">
        <SideEntry
          href={COLLECTION_NEW_LINK}
          title="＋ 发起收表"
          note="选台账、期别、社区"
          isHere={here === 'new' || (data !== undefined && rounds.length === 0)}
        />
        {rounds.length > 0 && <SideGroup title="各次收表" />}
        {rounds.map((round) => (
          <SideEntry
            key={round.key}
            href={roundLink(round.ledger, round.period)}
            title={round.title}
            note={noteOf(round)}
            isHere={round.key === shown?.key && here !== 'new'}
          />
        ))}
      </SideList>
      <Main problem={problem} loaded={data !== undefined} here={here} shown={shown} />
    </div>
  );
}

function noteOf({ lines }: Round): string {
  const missing = lines.filter(isMissing).length;
  return missing === 0 ? `${lines.length} 个单位已齐` : `${lines.length} 个单位，未交 ${missing}`;
}

type MainProps = {
  readonly problem: string | undefined;
  readonly loaded: boolean;
  readonly here: string | undefined;
  readonly shown: Round | undefined;
};

function Main({ problem, loaded, here, shown }: MainProps) {
  if (problem !== undefined) return <StateNote title="没有读出收表登记" text={problem} />;
  if (!loaded) return <LoadingLines />;
  if (here === 'new' || (here === undefined && shown === undefined)) return <NewRound />;
  if (shown === undefined)
    return <StateNote title="没有这次收表" text="它可能已被撤销或删除，可到设置的回收站找回。" />;
  return <RoundBoard key={shown.key} round={shown} />;
}
