import { useState } from 'react';
import type { RadarChoice } from '../../../shared/workbench/radar.ts';
import { useStoreClient } from '../../components/session/store-context.tsx';
import { useAnswer } from '../../components/session/use-answer.ts';
import { useDataVersion } from '../../components/session/use-data-version.ts';
import type { RadarView } from '../../store/store-api.ts';

/** First what is first due; the list grows on demand, as often as asked. */
const FIRST = 8;
const MORE = 200;

export type RadarState = {
  /** Undefined until the first answer; the last one stays while the next is under way. */
  readonly data: RadarView | undefined;
  readonly showMore: () => void;
};

/** The radar of a choice, asked anew whenever records change. */
export function useRadar(choice: RadarChoice): RadarState {
  const { workbench } = useStoreClient();
  const version = useDataVersion();
  const key = JSON.stringify(choice);
  const [grown, setGrown] = useState({ key, limit: FIRST });
  const limit = grown.key === key ? grown.limit : FIRST;
  const { data } = useAnswer(`${version} ${limit} ${key}`, () => workbench.radar(choice, limit));
  return { data, showMore: () => setGrown({ key, limit: limit + MORE }) };
}
