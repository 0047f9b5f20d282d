import { describe, expect, it } from 'vitest';
import { communePath, directoryPath, placePath } from '../../domain/paths.ts';

describe('the addresses of the directory', () => {
  it('leave out what was not asked', () => {
    expect(directoryPath()).toBe('/danh-ba/');
    expect(directoryPath({ q: '', tinh: '', xa: '', trang: 1 })).toBe('/danh-ba/');
  });

  it('carry what was typed', () => {
    expect(directoryPath({ q: 'cai & "nghiện"', tinh: '01', xa: '00331', trang: 2 })).toBe(
      '/danh-ba/?q=cai+%26+%22nghi%E1%BB%87n%22&tinh=01&xa=00331&trang=2',
    );
  });

  it('carry where to look near', () => {
    expect(directoryPath({ gan: '21.03,105.85' })).toBe('/danh-ba/?gan=21.03%2C105.85');
  });

  it('lead to one commune', () => {
    expect(communePath('09706')).toBe('/danh-ba/xa/09706/');
  });

  it('lead to one place', () => {
    expect(placePath('co-so-so-3')).toBe('/danh-ba/co-so-so-3/');
    expect(placePath('../yeu-cau')).toBe('/danh-ba/..%2Fyeu-cau/');
  });
});
