import { Alert, Button, Group, NumberInput, Select, Text } from '@mantine/core';
import { memo } from 'react';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { ImportView, RemoteImportSession } from '../../store/import/import-api.ts';
import { AnsweredSwitch } from '../basics/answered-tick.tsx';
import { ConstantEditors } from './constant-editors.tsx';
import type { ImportGateway } from './import-gateway.ts';
import { recalledWords, secondHalfWords, sheetsLeftOut } from './import-words.ts';
import { OtherTable } from './other-table.tsx';
import { Proposals } from './proposals.tsx';
import { SheetConstants } from './sheet-constants.tsx';
import { SheetPreview } from './sheet-preview.tsx';
import { SheetsTogether } from './sheets-together.tsx';

type Props = {
  readonly ledger: Ledger;
  readonly session: RemoteImportSession;
  readonly view: ImportView;
  readonly gateway: ImportGateway;
  readonly onRemap: (change: (session: RemoteImportSession) => Promise<ImportView>) => Promise<void>;
};

/**
 * 表头与对应列: which sheet, which rows are the header, and which column goes to which field. Drawn anew only where
 * something of it changed: what is told of being busy would hold the page for hundreds of cells.
 */
export const ColumnsStep = memo(function ColumnsStep({ ledger, session, view, gateway, onRemap }: Props) {
  const leftOut = sheetsLeftOut(view);
  const recalled = recalledWords(view);
  const secondHalf = secondHalfWords(view);
  const lastRow = view.sheets[view.sheet]?.rows ?? 1;
  const top = view.header?.top ?? 0;
  const bottom = view.header?.bottom ?? top;
  const setHeader = (from: number, to: number) =>
    onRemap((remote) => remote.setHeader({ top: from - 1, bottom: Math.max(from, to) - 1 }));
  return (
    <>
      <Group align="flex-start" gap="md">
        {view.sheets.length > 1 && (
          <Select
            label="工作表"
            description="文件里的其他表"
            w={240}
            value={String(view.sheet)}
            data={view.sheets.map((sheet, index) => ({
              value: String(index),
              label: `${sheet.name}（${sheet.rows === 0 ? '空' : `${sheet.rows} 行`}${sheet.hidden ? '，隐藏' : ''}）`,
            }))}
            onChange={(sheet) => sheet !== null && onRemap((remote) => remote.chooseSheet(Number(sheet)))}
          />
        )}
        <NumberInput
          label="表头从第几行"
          description="自动找到，可以改"
          w={140}
          min={1}
          max={lastRow}
          value={top + 1}
          onChange={(from) => typeof from === 'number' && from >= 1 && setHeader(from, from)}
        />
        <NumberInput
          label="到第几行"
          description="多行表头填最后一行"
          w={150}
          min={top + 1}
          max={lastRow}
          value={bottom + 1}
          onChange={(to) => typeof to === 'number' && to > top && setHeader(top + 1, to)}
        />
        {view.opening !== undefined && (
          <AnsweredSwitch
            label="存量导入"
            description="启用程序前已准入或在办的事项：按状态、文号和日期登记"
            checked={view.opening}
            onTick={(on) => onRemap((remote) => remote.setOpening(on))}
          />
        )}
        {view.header !== undefined && (
          <ConstantEditors
            ledger={ledger}
            view={view}
            gateway={gateway}
            onConstant={(field, value) => onRemap((remote) => remote.setConstant(field, value))}
          />
        )}
      </Group>
      {recalled !== '' && (
        <Group gap="xs" data-testid="recalled">
          <Text size="sm">{recalled}</Text>
          <Button size="compact-sm" variant="subtle" onClick={() => void onRemap((remote) => remote.asFound())}>
            改回程序找到的
          </Button>
        </Group>
      )}
      <SheetsTogether view={view} onJoin={(sheets) => onRemap((remote) => remote.joinSheets(sheets))} />
      <SheetConstants
        ledger={ledger}
        view={view}
        gateway={gateway}
        onConstant={(sheet, field, value) => onRemap((remote) => remote.setSheetConstant(sheet, field, value))}
      />
      <OtherTable view={view} onTake={(isTaken) => onRemap((remote) => remote.takeOtherTable(isTaken))} />
      {secondHalf !== '' && <Text size="sm">{secondHalf}</Text>}
      <Proposals
        ledger={ledger}
        view={view}
        onFillDown={(column, accepted) => onRemap((remote) => remote.acceptFillDown(column, accepted))}
        onGroups={(field, accepted) => onRemap((remote) => remote.acceptGroups(field, accepted))}
      />
      {leftOut !== '' && (
        <Text size="sm" c="dimmed">
          {leftOut}
        </Text>
      )}
      {view.problem !== undefined && (
        <Alert color="red" title="没有找到表头">
          {view.problem}
        </Alert>
      )}
      <SheetPreview
        ledger={ledger}
        session={session}
        view={view}
        onTarget={(column, target) => onRemap((remote) => remote.setTarget(column, target))}
        onHeader={(row, extend) => setHeader(extend && row > top ? top + 1 : row + 1, row + 1)}
      />
    </>
  );
});
