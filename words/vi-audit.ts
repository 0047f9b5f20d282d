/** What is said of the audit chains: the page `/bao-mat/` and the command `npm run audit:verify`. */

/** The page on what is kept confidential, and on the record of what the desks did. */
export const security = {
  title: 'Bảo mật: điều trang này hứa, và cách kiểm tra',
  heading: 'Bảo mật',
  description:
    'Điều Điểm Tựa giữ kín, điều không hứa được, và dấu của sổ việc mỗi đầu mối để ai cũng giữ được một bản mà so.',
  lead: 'Ngắn và thật: điều chúng tôi hứa, điều không hứa được, và cách để bất cứ ai kiểm tra. Bạn không cần hiểu hết phần này mới gửi được yêu cầu.',
  promises: {
    title: 'Chúng tôi hứa',
    points: (days: { backup: number }): readonly string[] => [
      'Lời bạn gửi được niêm phong. Chỉ đầu mối bạn chọn, và bạn với mã của mình, mở ra đọc được. Ai chỉ cầm cơ sở dữ liệu thì không.',
      'Trang này không lưu địa chỉ mạng, không lưu bạn dùng máy gì, không cần tài khoản, không gọi đến trang nào khác.',
      `Bạn xóa yêu cầu thì chìa khóa riêng của nó bị hủy: lời bạn trong bản cũ của cơ sở dữ liệu cũng không mở ra được nữa. Người vận hành có sao chép chìa khóa thì chỉ được giữ ${days.backup} ngày.`,
      'Ai chỉ sửa được cơ sở dữ liệu thì không viết thay đầu mối được, cũng không đổi được nơi nhận mà không lộ: trang của bạn và của cán bộ sẽ báo.',
    ],
  },
  limits: {
    title: 'Chúng tôi không hứa được',
    points: [
      'Nhà mạng và Cloudflare, nơi trang này chạy, biết có máy đã mở trang, vào lúc nào. Điện thoại của bạn cũng nhớ.',
      'Khi bạn tắt JavaScript, máy chủ niêm phong thay bạn và thấy lời bạn trong lúc đó.',
      'Ai đổi được chương trình của trang thì đọc được những yêu cầu gửi sau đó.',
      'Cán bộ đã đọc thì có thể kể lại. Đầu mối có thể bị pháp luật buộc mở những gì mình giữ.',
      'Cơ sở dữ liệu cho thấy có một yêu cầu: gửi đầu mối nào, vào giờ nào, dài khoảng bao nhiêu, đã được làm gì.',
    ],
    before: 'Gửi yêu cầu kín đáo: đọc trước khi viết',
    privacy: 'Trang này giữ gì về bạn, và bao lâu',
  },
  record: {
    title: 'Sổ việc của mỗi đầu mối',
    what: 'Mỗi lần cán bộ mở một yêu cầu, mở phần liên lạc (kèm lý do), trả lời, giới thiệu đi nơi khác, đóng hay bỏ qua, sổ của đầu mối thêm một dòng. Thêm cán bộ hay đổi cách nhận của đầu mối cũng vậy. Sổ không có lời của ai, cũng không nói ai đã gửi.',
    linked:
      'Mỗi dòng được khóa vào dòng trước nó. Dòng cuối cho ra dấu của cả sổ: 64 ký tự, chia thành 16 nhóm. Sửa hay bỏ một dòng cũ thì dấu ra khác.',
    marks: 'Dấu của các sổ',
    at: (hour: string) => `Chép lúc ${hour}, giờ Việt Nam.`,
    count: (acts: number) => (acts === 0 ? 'Sổ chưa có dòng nào.' : `${acts} dòng. Dấu của dòng cuối:`),
    hourly:
      'Dấu ở trang này được chép nhiều nhất mỗi giờ một lần, để không ai nhìn vào mà biết đầu mối đang làm việc lúc nào.',
    none: 'Chưa có bản chép nào: chưa đầu mối nào có sổ, hoặc sổ vừa mới mở.',
    unavailable: 'Lúc này chưa đọc được dấu. Bạn thử lại sau ít phút.',
  },
  proof: {
    title: 'Dấu chứng minh điều gì',
    yes: 'Ai giữ một bản của dấu thì về sau thấy được những dòng có trước giờ đó còn nguyên, hay đã bị sửa, bỏ, viết lại, dù người làm việc ấy nắm cả cơ sở dữ liệu.',
    noTitle: 'Dấu không chứng minh:',
    no: [
      'rằng không ai đọc mà không ghi sổ: người đổi được chương trình của trang làm được việc đó;',
      'điều gì đã xảy ra sau giờ chép;',
      'ai đã làm gì: muốn biết thì phải mở sổ.',
    ],
  },
  keep: {
    title: 'Giữ một bản',
    ways: [
      'In trang này, ghi ngày, cất ở chỗ của bạn. Hội, đoàn thể, báo chí, luật sư giữ càng tốt.',
      'Hoặc chép tay: tên đầu mối, giờ chép, số dòng và đủ 16 nhóm.',
    ],
    machine: 'Hoặc lưu tệp cho máy đọc:',
    machineLink: 'dấu của các sổ, dạng JSON',
    compare:
      'Khi có nghi ngờ, hãy đưa bản đã giữ cho người được giao kiểm tra. Họ tính lại sổ từ dòng đầu rồi so với bản của bạn. Trang này không gửi dấu qua thư.',
  },
  report: {
    title: 'Báo một lỗ hổng',
    ask: 'Bạn tìm ra cách đọc, sửa, giữ lại một yêu cầu, hay biết được ai đã gửi? Xin báo trước cho người vận hành:',
    nobody:
      'Người vận hành chưa ghi nơi nhận tin báo. Nếu bạn tìm ra lỗ hổng, hãy báo thẳng cho đơn vị đứng tên trang này.',
    never: 'Đừng gửi kèm mã, thẻ chìa khóa hay phiếu phục hồi của ai. Đừng thử trên yêu cầu của người thật.',
  },
} as const;

/** What `npm run audit:verify` prints. */
export const auditVerify = {
  usage:
    'Cách dùng: `npm run audit:verify` để kiểm sổ việc của mọi đầu mối; `npm run audit:verify -- --heads TỆP` để so thêm với một tệp đã lưu từ /api/audit-heads; `--remote` để kiểm bản đã triển khai.',
  noState: 'Chưa có dữ liệu ở máy này: hãy chạy `npm start` một lần trước.',
  noFile: (file: string) => `Không đọc được tệp ${file}.`,
  noCopy: (file: string) => `${file} không phải là bản lưu của /api/audit-heads, hoặc đã bị sửa hỏng.`,
  none: 'Chưa có đầu mối nào.',
  whole: (slug: string, seq: number) => `${slug}: sổ liền mạch, ${seq} dòng.`,
  wholeUntil: (slug: string, seq: number) => `${slug}: ĐỨT, đọc được đến dòng ${seq}.`,
  copies: (count: number) => `Đã so với ${count} bản chép của dấu.`,
  noCopies:
    'Không có bản chép nào để so: một sổ bị viết lại từ đầu, hay bị cắt ở cuối, sẽ không nhìn ra được.',
  broken: 'Sổ việc không còn nguyên:',
  missing: (seq: number) => `mất dòng ${seq}.`,
  altered: (seq: number) => `dòng ${seq} đã bị sửa.`,
  unlinked: (seq: number) => `dòng ${seq} không nối vào dòng trước: bị chèn vào, hoặc thay cho dòng khác.`,
  forked: (fault: { seq: number; since: number; copy: string }) =>
    `khác bản chép ${fault.copy} ở dòng ${fault.seq}: sổ đã bị viết lại ở đâu đó từ dòng ${fault.since + 1} đến dòng ${fault.seq}.`,
  shorter: (fault: { seq: number; head: number; copy: string }) =>
    `ngắn hơn bản chép ${fault.copy}: bản chép có dòng ${fault.seq}, sổ chỉ còn ${fault.head} dòng.`,
  otherKey: (seq: number) =>
    `chìa khóa đang dùng không phải chìa khóa ghi ở dòng ${seq}: chìa khóa đã bị thay, hoặc chìa khóa cũ đã bị đặt lại, ngay trong cơ sở dữ liệu.`,
  unreadable: (name: string) => `${name}: bản chép đã hỏng hoặc bị sửa.`,
} as const;
