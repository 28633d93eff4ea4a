// Pointing at a cell, or moving to it with the arrow keys, tells what was measured in it. The page is whole without this.
(() => {
  const panels = JSON.parse(document.getElementById('cells').textContent);
  const tip = document.getElementById('tip');
  const svgNamespace = 'http://www.w3.org/2000/svg';

  const cellOf = (card, kind, column, row) => document.getElementById(`${card.dataset.panel}${kind}-${column}-${row}`);

  const clear = () => {
    document.querySelectorAll('.mark').forEach(mark => mark.remove());
    tip.hidden = true;
  };

  const mark = cell => {
    for (let line = 0; line < 2; line++) {
      const frame = document.createElementNS(svgNamespace, 'rect');
      for (const name of ['x', 'y', 'width', 'height']) frame.setAttribute(name, cell.getAttribute(name));
      frame.setAttribute('class', 'mark');
      cell.ownerSVGElement.appendChild(frame);
    }
  };

  const show = (card, column, row, near) => {
    clear();
    const panel = panels[card.dataset.panel];
    for (const kind of ['h', 'm']) {
      const cell = cellOf(card, kind, column, row);
      if (cell) mark(cell);
    }
    tip.textContent = panel.texts[row * panel.columns + column];
    tip.hidden = false;
    const box = near.getBoundingClientRect();
    const beside = box.right + 10 + tip.offsetWidth < innerWidth;
    tip.style.left = `${Math.max(4, beside ? box.right + 10 : box.left - 10 - tip.offsetWidth)}px`;
    tip.style.top = `${Math.max(4, Math.min(box.top, innerHeight - tip.offsetHeight - 4))}px`;
  };

  const place = target => {
    const match = /^(.+[hm])-(\d+)-(\d+)$/.exec(target.id || '');
    return match && { column: Number(match[2]), row: Number(match[3]) };
  };

  for (const card of document.querySelectorAll('.card')) {
    const panel = panels[card.dataset.panel];
    const rows = panel.texts.length / panel.columns;
    card.addEventListener('pointermove', event => {
      const at = place(event.target);
      if (at) show(card, at.column, at.row, event.target);
    });
    card.addEventListener('pointerleave', clear);
    for (const svg of card.querySelectorAll('svg')) {
      const kind = svg.querySelector(`[id^="${card.dataset.panel}h-"]`) ? 'h' : 'm';
      let column = 0;
      let row = 0;
      svg.tabIndex = 0;
      svg.setAttribute('role', 'group');
      svg.setAttribute('aria-label', `${card.getAttribute('aria-label')}: arrow keys move from cell to cell`);
      const move = () => show(card, column, row, cellOf(card, kind, column, row));
      svg.addEventListener('focus', move);
      svg.addEventListener('tell', move);
      svg.addEventListener('blur', clear);
      svg.addEventListener('keydown', event => {
        const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
        if (event.key === 'Escape') clear();
        if (!step) return;
        event.preventDefault();
        column = Math.max(0, Math.min(panel.columns - 1, column + step[0]));
        row = Math.max(0, Math.min(rows - 1, row + step[1]));
        move();
      });
    }
  }
  // A scrolled page moves cells away from what was told of them; the focused one is told of again.
  document.addEventListener('scroll', () => {
    clear();
    document.activeElement?.dispatchEvent(new CustomEvent('tell'));
  }, { passive: true });
})();
