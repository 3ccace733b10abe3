import { NO_COMMUNITY } from '../../../shared/workbench/radar.ts';

/** What a community of the radar is called, or what stands for none. */
export const placeName = (community: string, nameOf: (ledger: string, id: string) => string): string =>
  community === NO_COMMUNITY ? '未注明社区' : nameOf('organisation', community);
