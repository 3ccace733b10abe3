import { AttachmentsEditor } from './attachments-editor.tsx';
import { ChoiceEditor } from './choice-editor.tsx';
import type { EditorProps } from './editor-props.ts';
import { ReferenceEditor } from './reference-editor.tsx';
import { TextEditor } from './text-editor.tsx';
import { YesNoEditor } from './yes-no-editor.tsx';

/** The editor of one value, by the kind of its field. Child lists have their own. */
export function ValueEditor(props: EditorProps) {
  switch (props.field.kind) {
    case 'choice':
    case 'choices':
      return <ChoiceEditor {...props} />;
    case 'yesNo':
      return <YesNoEditor {...props} />;
    case 'reference':
    case 'references':
      return <ReferenceEditor {...props} />;
    case 'attachments':
      return <AttachmentsEditor {...props} />;
    default:
      return <TextEditor {...props} />;
  }
}
