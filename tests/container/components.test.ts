import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import Button from '../../src/components/Button.astro';
import CheckAnswers from '../../src/components/CheckAnswers.astro';
import Choices from '../../src/components/Choices.astro';
import Day from '../../src/components/Day.astro';
import ErrorSummary from '../../src/components/ErrorSummary.astro';
import PhoneLink from '../../src/components/PhoneLink.astro';
import SelectField from '../../src/components/SelectField.astro';
import SourceLine from '../../src/components/SourceLine.astro';
import Table from '../../src/components/Table.astro';
import TextField from '../../src/components/TextField.astro';
import { form, sourceLine } from '../../words/vi.ts';

let container: Awaited<ReturnType<typeof AstroContainer.create>>;

beforeAll(async () => {
  container = await AstroContainer.create();
});

/** The first tag that begins as `start`, with its attributes; the container adds attributes of its own. */
function tag(html: string, start: string): string {
  const from = html.indexOf(start);
  return from < 0 ? '' : html.slice(from, html.indexOf('>', from) + 1);
}

describe('a text field', () => {
  it('carries its name as id, so that an error links to it', async () => {
    const html = await container.renderToString(TextField, { props: { name: 'ten', label: 'Tên' } });

    expect(tag(html, '<input')).toContain('id="ten"');
    expect(tag(html, '<label')).toContain('for="ten"');
  });

  it('asks the browser not to remember what is typed', async () => {
    const html = await container.renderToString(TextField, { props: { name: 'ten', label: 'Tên' } });

    expect(tag(html, '<input')).toContain('autocomplete="off"');
  });

  it('is described by its hint and its error, in that order', async () => {
    const html = await container.renderToString(TextField, {
      props: { name: 'ten', label: 'Tên', hint: 'Không cần tên thật.', error: 'Hãy viết ngắn hơn.' },
    });

    expect(tag(html, '<input')).toContain('aria-describedby="ten-goi-y ten-loi"');
    expect(tag(html, '<input')).toContain('aria-invalid="true"');
    expect(html).toContain('id="ten-goi-y"');
    expect(html).toContain('id="ten-loi"');
  });

  it('says nothing of errors while there is none', async () => {
    const html = await container.renderToString(TextField, { props: { name: 'ten', label: 'Tên' } });

    expect(html).not.toMatch(/aria-(?:invalid|describedby)/);
  });

  it('keeps typed words as words, markup included', async () => {
    const value = 'a\n</textarea><script>alert(1)</script>';

    const html = await container.renderToString(TextField, {
      props: { name: 'chuyen', label: 'Chuyện', rows: 6, value },
    });

    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;/textarea&gt;');
  });
});

describe('a list to choose from', () => {
  const props = {
    name: 'tinh',
    label: 'Tỉnh, thành phố',
    options: [
      { value: '', label: 'Cả nước' },
      { value: '01', label: 'Hà Nội' },
    ],
  };

  it('carries its name as id, and shows what was chosen before', async () => {
    const html = await container.renderToString(SelectField, { props: { ...props, value: '01' } });

    expect(tag(html, '<select')).toContain('id="tinh"');
    expect(tag(html, '<label')).toContain('for="tinh"');
    expect(html.match(/\sselected/g)).toHaveLength(1);
    expect(tag(html, '<option value="01"')).toContain('selected');
  });

  it('asks the browser not to remember what is chosen', async () => {
    const html = await container.renderToString(SelectField, { props });

    expect(tag(html, '<select')).toContain('autocomplete="off"');
  });

  it('is described by its hint and its error, in that order', async () => {
    const html = await container.renderToString(SelectField, {
      props: { ...props, hint: 'Theo tên mới.', error: 'Hãy chọn một tỉnh.' },
    });

    expect(tag(html, '<select')).toContain('aria-describedby="tinh-goi-y tinh-loi"');
    expect(tag(html, '<select')).toContain('aria-invalid="true"');
    expect(tag(html, '<div')).toContain('field--error');
    expect(html).toContain('id="tinh-goi-y"');
    expect(html).toContain('id="tinh-loi"');
    expect(html).toContain(form.errorPrefix);
  });

  it('says nothing of hints and errors while there is none', async () => {
    const html = await container.renderToString(SelectField, { props });

    expect(html).not.toMatch(/aria-(?:invalid|describedby)|class="(?:hint|error)"/);
  });
});

describe('a group of choices', () => {
  const props = {
    name: 'cho-ai',
    legend: 'Bạn hỏi cho ai?',
    options: [
      { value: 'toi', label: 'Cho tôi' },
      { value: 'nguoi-than', label: 'Cho người thân', hint: 'Chỉ để được tư vấn.' },
    ],
  };

  it('gives the bare name to its first option, so that an error reaches it', async () => {
    const html = await container.renderToString(Choices, { props });

    expect(tag(html, '<input')).toContain('id="cho-ai"');
    expect(html).toContain('for="cho-ai-2"');
  });

  it('marks what was chosen before', async () => {
    const html = await container.renderToString(Choices, { props: { ...props, value: 'nguoi-than' } });

    expect(html.match(/\schecked/g)).toHaveLength(1);
    expect(html).toMatch(/value="nguoi-than"[^>]*\schecked|checked[^>]*value="nguoi-than"/);
  });

  it('makes the question a heading where the page asks for that', async () => {
    const html = await container.renderToString(Choices, { props: { ...props, headingLevel: 1 } });

    expect(html).toMatch(/<legend[^>]*>\s*<h1[^>]*>\s*Bạn hỏi cho ai\?/);
  });

  it('lets several be chosen when it is made of checkboxes', async () => {
    const html = await container.renderToString(Choices, {
      props: { ...props, type: 'checkbox', value: ['toi', 'nguoi-than'] },
    });

    expect(html.match(/type="checkbox"/g)).toHaveLength(2);
    expect(html.match(/\schecked/g)).toHaveLength(2);
  });
});

describe('the summary of errors', () => {
  it('links each line to its field and can take the focus', async () => {
    const html = await container.renderToString(ErrorSummary, {
      props: { errors: [{ field: 'ma', message: 'Hãy gõ mã của bạn.' }] },
    });

    expect(tag(html, '<div')).toContain('role="alert"');
    expect(tag(html, '<div')).toContain('id="loi"');
    expect(tag(html, '<div')).toContain('tabindex="-1"');
    expect(tag(html, '<a')).toContain('href="#ma"');
  });

  it('is absent when nothing is wrong', async () => {
    const html = await container.renderToString(ErrorSummary, { props: { errors: [] } });

    expect(html.trim()).toBe('');
  });
});

describe('a day', () => {
  it('is written the Vietnamese way, with the machine date beside it', async () => {
    const html = await container.renderToString(Day, { props: { date: '2026-11-05' } });

    expect(tag(html, '<time')).toContain('datetime="2026-11-05"');
    expect(html).toContain('5/11/2026');
  });

  it('is left as it stands when the source gives no full date', async () => {
    const html = await container.renderToString(Day, { props: { date: 'khoảng 2021' } });

    expect(html.trim()).toBe('khoảng 2021');
  });
});

describe('a phone number', () => {
  it('shows the number as people read it and dials the digits', async () => {
    const html = await container.renderToString(PhoneLink, {
      props: { display: '024 2321 1937', tel: '02423211937' },
    });

    expect(tag(html, '<a')).toContain('href="tel:02423211937"');
    expect(html).toContain('>024 2321 1937</a>');
  });
});

describe('the source line', () => {
  it('names each source, its day, and the day on which it was compared', async () => {
    const html = await container.renderToString(SourceLine, {
      props: {
        sources: [
          { title: 'Luật 120/2025/QH15', url: 'https://vanban.chinhphu.vn/', date: '2025-12-10' },
          { title: 'Một bài báo', confidence: 'vừa', note: 'không rõ địa chỉ' },
        ],
        checkedOn: '2026-11-21',
      },
    });

    expect(tag(html, '<a')).toContain('href="https://vanban.chinhphu.vn/"');
    expect(html).toContain('10/12/2025');
    expect(html).toContain('21/11/2026');
    expect(html).toContain(sourceLine.about('không rõ địa chỉ', 'vừa'));
  });
});

describe('a button', () => {
  it('can be pressed unless told otherwise', async () => {
    const html = await container.renderToString(Button, { slots: { default: 'Gửi' } });

    expect(tag(html, '<button')).not.toContain('disabled');
  });

  it('cannot be pressed while it is disabled', async () => {
    const html = await container.renderToString(Button, {
      props: { disabled: true },
      slots: { default: 'Gửi' },
    });

    expect(tag(html, '<button')).toMatch(/\sdisabled[\s>]/);
  });
});

describe('the answers to check', () => {
  it('say after each link what it changes', async () => {
    const html = await container.renderToString(CheckAnswers, {
      props: { answers: [{ question: 'Bạn hỏi cho ai?', answer: 'Cho tôi', href: '#cho-ai' }] },
    });

    expect(tag(html, '<a')).toContain('href="#cho-ai"');
    expect(html).toMatch(new RegExp(`${form.change}<span class="visually-hidden"[^>]*>: Bạn hỏi cho ai\\?`));
  });

  it('name an empty answer, and offer no change where there is none', async () => {
    const html = await container.renderToString(CheckAnswers, {
      props: { answers: [{ question: 'Số điện thoại', answer: '' }] },
    });

    expect(html).toContain(form.unanswered);
    expect(html).not.toContain('<a');
  });
});

describe('a table', () => {
  it('names its rows, its columns and the part that scrolls', async () => {
    const html = await container.renderToString(Table, {
      props: {
        id: 'so-noi',
        caption: 'Số nơi',
        columns: [{ title: 'Tỉnh' }, { title: 'Số', isNumeric: true }],
        rows: [['Hoa Tre', '12']],
      },
    });

    expect(tag(html, '<div')).toContain('aria-labelledby="so-noi"');
    expect(tag(html, '<div')).toContain('tabindex="0"');
    expect(tag(html, '<caption')).toContain('id="so-noi"');
    expect(html.match(/scope="col"/g)).toHaveLength(2);
    expect(html.match(/scope="row"/g)).toHaveLength(1);
    expect(tag(html, '<td')).toContain('numeric');
  });
});
