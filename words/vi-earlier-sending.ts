/** A request that is sent again, after a sending of which nobody knew whether it arrived. */
export const earlierSending = {
  /** On the receipt with a code. */
  withCode: {
    maybe:
      'Yêu cầu này đã đến nơi từ một lần gửi trước, và lần đó được tính. Nếu sau đó bạn có sửa gì thì phần sửa chưa được gửi: hãy lưu mã, rồi mở mục “Xem trả lời” và gõ mã để viết thêm, đổi cách được trả lời hoặc rút yêu cầu.',
    changed:
      'Yêu cầu này đã đến nơi từ một lần gửi trước, và lần đó được tính. Điều bạn sửa sau đó chưa được gửi: hãy lưu mã, rồi mở mục “Xem trả lời” và gõ mã để viết thêm, đổi cách được trả lời hoặc rút yêu cầu.',
    'other-way':
      'Yêu cầu này đã đến nơi từ một lần gửi trước, lúc bạn còn chọn giữ mã, và lần đó được tính. Việc đổi sang “Chỉ hỏi một lần”, cùng những gì khác bạn sửa sau đó, chưa được gửi: hãy lưu mã, rồi mở mục “Xem trả lời” và gõ mã để viết thêm, đổi cách được trả lời hoặc rút yêu cầu.',
  },
  /** Where the request that stands was asked once: no code belongs to it. */
  once: {
    maybe:
      'Yêu cầu này đã đến nơi từ một lần gửi trước, và lần đó được tính. Nếu sau đó bạn có sửa gì thì phần sửa chưa được gửi. Yêu cầu không có mã nên không sửa được nữa: hãy gửi một yêu cầu mới và viết rõ điều gì đã đổi.',
    changed:
      'Yêu cầu này đã đến nơi từ một lần gửi trước, và lần đó được tính. Điều bạn sửa sau đó chưa được gửi. Yêu cầu không có mã nên không sửa được nữa: hãy gửi một yêu cầu mới và viết rõ điều gì đã đổi.',
    'other-way':
      'Yêu cầu này đã đến nơi từ một lần gửi trước, lúc bạn còn chọn “Chỉ hỏi một lần”, nên không có mã nào cho nó. Lần đó được tính; việc đổi sang giữ mã, cùng những gì khác bạn sửa sau đó, chưa được gửi. Muốn có mã thì gửi một yêu cầu mới và viết rõ rằng nó thay cho yêu cầu trước.',
  },
  /** How an earlier sending that was asked once is answered, where nobody here can open it. */
  answerUnknown:
    'Nếu lần gửi được tính có ghi số điện thoại, đầu mối chỉ trả lời bằng cách gọi vào số đó; nếu không ghi thì sẽ không có trả lời.',
  /** Before the next attempt, in the place of "nothing was sent". */
  mayHaveArrived:
    'Lần gửi trước có thể đã đến nơi. Nếu đã đến thì lần đó được tính, và điều bạn sửa bây giờ không được gửi: bấm gửi lại, trang sau sẽ nói rõ. Yêu cầu không bị gửi hai lần.',
} as const;
