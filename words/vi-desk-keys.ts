/** The console's words about who holds a desk's key, and how it is handed on and changed. */

export const deskKeys = {
  link: 'Cán bộ và chìa khóa',
  back: 'Về danh sách',
  backToOfficers: 'Về “Cán bộ và chìa khóa”',

  /** Five words, heard from a colleague and typed. */
  typed: {
    label: 'Năm từ bạn nghe được',
    hint: 'Mỗi từ có hai tiếng. Có dấu hay không dấu, viết liền hay cách đều được.',
    missing: 'Hãy gõ năm từ bạn nghe được.',
    unknown: 'Có từ không nằm trong bộ từ của trang. Hãy nhờ đọc lại từng từ. Lần này chưa tính.',
    count: 'Cần đúng năm từ, mỗi từ hai tiếng. Lần này chưa tính.',
    wrong: (left: number) => `Năm từ không khớp. Hãy nhờ đọc lại chậm từng từ. Bạn còn ${left} lần gõ.`,
  },

  /** Registering without the recovery sheet. */
  noSheet: {
    text: 'Không có phiếu phục hồi? Bạn vẫn đăng ký được; sau đó một đồng nghiệp trao chìa khóa cho bạn.',
    button: 'Tôi không có phiếu',
  },

  /** Signed in, but the desk's present key was not handed to this officer. */
  waiting: {
    cardTitle: 'Bạn chưa giữ chìa khóa của đầu mối',
    cardText:
      'Bạn mới đăng ký, hoặc đồng nghiệp vừa đổi chìa khóa. Hãy gõ mã trên thẻ khóa của bạn để hiện năm từ cần đọc cho đồng nghiệp.',
    cardButton: 'Hiện năm từ',
    cardLost: 'Không còn thẻ khóa? Hãy xin quản trị viên một liên kết mời mới.',
    title: 'Nhờ đồng nghiệp trao chìa khóa',
    steps: [
      'Gặp hoặc gọi một đồng nghiệp đang giữ chìa khóa. Chỉ tiếp tục khi bạn nhận ra đúng người.',
      'Nhờ họ mở “Cán bộ và chìa khóa”, rồi bấm “Trao chìa khóa” ở tên bạn.',
      'Đọc cho họ năm từ dưới đây. Đọc bằng lời, đừng nhắn tin.',
      'Khi họ nói đã trao xong, bấm nút dưới năm từ.',
    ],
    wordsTitle: 'Năm từ của bạn',
    button: 'Đồng nghiệp đã trao chìa khóa',
    notYet: 'Chưa ai trao chìa khóa cho bạn. Hãy hỏi lại đồng nghiệp, rồi bấm lần nữa.',
    stopTitle: 'Không ai đổi chìa khóa?',
    stopText:
      'Bạn đã đăng ký từ trước và không ai trong đầu mối đổi chìa khóa? Vậy có thể ai đó đã sửa cơ sở dữ liệu. Hãy dừng lại.',
    stop: 'Không ai trong đầu mối đổi',
  },

  /** The key was handed over; its holder makes sure from whom it comes. */
  confirm: {
    title: 'Xác nhận chìa khóa của đầu mối',
    text: 'Trang vừa trao cho bạn một chìa khóa. Hãy chắc chắn nó đến từ đồng nghiệp của bạn.',
    steps: [
      'Gặp hoặc gọi đồng nghiệp đã trao chìa khóa, hay một người khác đang giữ nó.',
      'Nhờ họ mở “Cán bộ và chìa khóa” và đọc năm từ của chìa khóa.',
      'Gõ năm từ đó vào đây.',
    ],
    button: 'Xác nhận',
    stopTitle: 'Không ai trao cho bạn?',
    stopText: 'Không ai trong đầu mối vừa trao hay đổi chìa khóa? Hãy dừng lại.',
    stop: 'Không ai trao hay đổi',
  },

  officers: {
    title: 'Cán bộ và chìa khóa',
    text: 'Ai giữ chìa khóa thì mở được mọi yêu cầu của đầu mối.',
    listTitle: 'Cán bộ của đầu mối',
    self: (name: string) => `${name} (bạn)`,
    states: {
      holds: 'Giữ chìa khóa',
      unconfirmed: 'Được trao, chưa xác nhận',
      waiting: 'Chờ trao chìa khóa',
    },
    hand: 'Trao chìa khóa',
    remove: 'Gỡ khỏi đầu mối',
    /** Follows a button's words, for whoever hears them one by one. */
    of: (name: string) => `: ${name}`,
    wordsTitle: 'Năm từ của chìa khóa',
    wordsText:
      'Đọc năm từ này cho đồng nghiệp khi trang của họ hỏi. Đọc khi gặp mặt hoặc qua điện thoại, cho người bạn nhận ra. Đừng nhắn tin.',
    showWords: 'Hiện năm từ',
    counting: 'Đang tính năm từ, chờ vài giây…',
    newTitle: 'Thêm cán bộ',
    newText:
      'Cán bộ mới cần một liên kết mời của quản trị viên. Đăng ký xong, tên họ hiện ở đây để bạn trao chìa khóa.',
    changeTitle: 'Đổi chìa khóa',
    changeText:
      'Đổi khi chìa khóa hoặc phiếu phục hồi có thể đã lọt ra ngoài. Mất thẻ khóa hay thiết bị thì khác: người đó đăng ký lại bằng liên kết mời mới, rồi đồng nghiệp gỡ tên cũ.',
    change: 'Đổi chìa khóa',
  },

  handOver: {
    title: (name: string) => `Trao chìa khóa cho ${name}`,
    steps: [
      'Gặp hoặc gọi người này. Chỉ tiếp tục khi bạn nhận ra đúng người.',
      'Nhờ họ đọc năm từ trên màn hình của họ.',
      'Gõ năm từ đó vào đây. Trang kiểm tra rồi mới trao.',
    ],
    button: 'Kiểm tra và trao chìa khóa',
    doneTitle: 'Đã trao chìa khóa',
    done: (name: string) =>
      `Bây giờ nhờ ${name} bấm “Đồng nghiệp đã trao chìa khóa”. Trang của họ hỏi năm từ; hãy đọc cho họ năm từ này.`,
  },

  change: {
    title: 'Đổi chìa khóa của đầu mối',
    removeTitle: (name: string) => `Gỡ ${name} và đổi chìa khóa`,
    willTitle: 'Sau khi đổi',
    removed: (name: string) => `${name} bị đăng xuất ngay và không đăng nhập được nữa.`,
    will: [
      'Yêu cầu gửi từ lúc đó chỉ mở được bằng chìa khóa mới.',
      'Mỗi đồng nghiệp còn lại phải được trao lại: họ đọc năm từ cho bạn, rồi bạn đọc năm từ cho họ.',
      'Phiếu phục hồi cũ hết dùng. Người phụ trách đầu mối giữ phiếu mới.',
      'Mọi liên kết mời của đầu mối chưa dùng bị hủy. Ai còn cần thì xin liên kết mới.',
    ],
    wontTitle: 'Điều không đổi được',
    wont: [
      'Điều ai đó đã đọc hay đã chép thì không lấy lại được.',
      'Yêu cầu cũ, kể cả lời nhắn đến sau trong đó, vẫn dùng chìa khóa cũ. Người từng giữ chìa khóa đó mà lấy được dữ liệu trên máy chủ thì vẫn đọc được.',
    ],
    needsTitle: 'Bạn cần có',
    recoveryLabel: 'Mã trên phiếu phục hồi đang dùng',
    recoveryHint: 'Người phụ trách đầu mối giữ phiếu này. 25 chữ và số.',
    cardLabel: 'Mã trên thẻ khóa của bạn',
    button: 'Tiếp: làm phiếu phục hồi mới',
    wrongSheet:
      'Mã này không phải của phiếu phục hồi đang dùng. Hãy so lại từng nhóm, hoặc hỏi người phụ trách.',
    noPasskey:
      'Thiết bị này không mở được khóa truy cập của bạn (thiếu PRF). Hãy đổi chìa khóa trên thiết bị bạn đã đăng ký.',
  },

  /** The new recovery sheet, shown before anything is changed. */
  sheet: {
    title: 'Phiếu phục hồi mới',
    once: 'Hãy in phiếu này hoặc chép lại ra giấy ngay bây giờ. Mã chỉ hiện một lần. Chưa có gì thay đổi cho đến khi bạn bấm nút ở cuối trang.',
    name: 'Phiếu phục hồi',
    desk: 'Đầu mối',
    madeOn: 'Ngày làm phiếu',
    codeTitle: 'Mã',
    lines: [
      'Phiếu này mở được khóa của đầu mối. Ai cầm phiếu và có liên kết mời thì đọc được yêu cầu.',
      'Người phụ trách đầu mối giữ, ở nơi khóa kín, tách khỏi máy tính và thẻ khóa.',
      'Mất hết phiếu, thẻ khóa và khóa truy cập thì không ai mở được yêu cầu nữa.',
    ],
    print: 'In phiếu',
    keepOld: 'Giữ phiếu cũ cho đến khi trang báo đã đổi xong, rồi hãy hủy.',
    proofLabel: 'Gõ năm ký tự cuối trên phiếu mới',
    proofHint: 'Đọc từ tờ giấy, để chắc là đã có trên giấy.',
    proofMissing: 'Hãy gõ năm ký tự cuối trên phiếu mới.',
    proofOtherGroup: 'Đó là một nhóm khác trên phiếu. Hãy gõ nhóm cuối cùng.',
    proofWrong: 'Năm ký tự này không khớp với phiếu mới. Hãy xem lại tờ giấy.',
    button: 'Đổi chìa khóa',
    removeButton: (name: string) => `Gỡ ${name} và đổi chìa khóa`,
    doneTitle: 'Đã đổi chìa khóa',
    done: 'Phiếu phục hồi mới đã có hiệu lực. Hãy trao phiếu cho người phụ trách đầu mối và hủy phiếu cũ.',
    doneRemoved: (name: string) => `${name} đã bị gỡ và đăng xuất.`,
    doneOthers: (count: number) =>
      `${count} đồng nghiệp chờ bạn trao chìa khóa mới. Hãy gọi từng người, rồi bấm “Trao chìa khóa” ở tên họ.`,
    doneAlone: 'Ngoài bạn ra, chưa ai giữ chìa khóa mới.',
  },

  /** Why the console stops in red, beside the reasons in `staff.alarm`. */
  alarm: {
    nobody:
      'Không ai trong đầu mối đổi chìa khóa, nhưng máy chủ lại đưa ra chìa khóa khác. Có thể ai đó đã sửa cơ sở dữ liệu để đọc các yêu cầu mới.',
    deskWords:
      'Ba lần gõ, năm từ vẫn không khớp. Chìa khóa mà trang vừa trao có thể không đến từ đồng nghiệp của bạn.',
    officerWords: (name: string) =>
      `Ba lần gõ, năm từ của ${name} vẫn không khớp với điều máy chủ ghi. Bạn chưa trao gì. Có thể ai đó đã sửa cơ sở dữ liệu để lấy chìa khóa.`,
    putBack:
      'Máy chủ đang dùng lại một chìa khóa đã được thay. Có thể dữ liệu vừa được khôi phục từ bản cũ, hoặc ai đó đã sửa để người đã rời đi đọc được yêu cầu mới.',
  },
} as const;
