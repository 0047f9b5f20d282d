/** The examples of every component in every state: what the style page shows and the tests look at. */
import AnswerExamples from './AnswerExamples.astro';
import ButtonExamples from './ButtonExamples.astro';
import CardExamples from './CardExamples.astro';
import ChoiceExamples from './ChoiceExamples.astro';
import CodeExamples from './CodeExamples.astro';
import ErrorExamples from './ErrorExamples.astro';
import FieldExamples from './FieldExamples.astro';
import MessageExamples from './MessageExamples.astro';
import NoticeExamples from './NoticeExamples.astro';
import SourceExamples from './SourceExamples.astro';
import StepExamples from './StepExamples.astro';
import TableExamples from './TableExamples.astro';
import TextExamples from './TextExamples.astro';

/** In the order of the style page; `key` names the title in words/ and the section's id. */
export const EXAMPLES = [
  { key: 'text', Example: TextExamples },
  { key: 'notices', Example: NoticeExamples },
  { key: 'cards', Example: CardExamples },
  { key: 'buttons', Example: ButtonExamples },
  { key: 'fields', Example: FieldExamples },
  { key: 'choices', Example: ChoiceExamples },
  { key: 'errors', Example: ErrorExamples },
  { key: 'answers', Example: AnswerExamples },
  { key: 'steps', Example: StepExamples },
  { key: 'table', Example: TableExamples },
  { key: 'messages', Example: MessageExamples },
  { key: 'code', Example: CodeExamples },
  { key: 'sources', Example: SourceExamples },
] as const;
