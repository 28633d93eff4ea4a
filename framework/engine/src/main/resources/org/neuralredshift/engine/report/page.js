// Tells what was measured where one points, hides what a legend names, and opens the functions of a cell. The page is whole
// without this.
(() => {
  const page = JSON.parse(document.getElementById('cells').textContent);
  const tip = document.getElementById('tip');
  const detail = document.getElementById('detail');
  const svgNamespace = 'http://www.w3.org/2000/svg';
  const byId = id => document.getElementById(id);

  const svgElement = (name, attributes, parent) => {
    const element = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent?.appendChild(element);
    return element;
  };

  const htmlElement = (name, parent, text = '', className = '') => {
    const element = document.createElement(name);
    element.textContent = text;
    if (className) element.className = className;
    parent.appendChild(element);
    return element;
  };

  // ---- What is told beside a place

  const clear = () => {
    document.querySelectorAll('.mark').forEach(mark => mark.remove());
    tip.hidden = true;
  };

  const mark = element => {
    for (let line = 0; line < 2; line++) {
      const frame = element.cloneNode(false);
      frame.removeAttribute('id');
      frame.removeAttribute('style');
      frame.setAttribute('class', 'mark');
      element.parentNode.appendChild(frame);
    }
  };

  const tell = (text, box) => {
    tip.textContent = text;
    tip.hidden = false;
    const beside = box.right + 10 + tip.offsetWidth < innerWidth;
    tip.style.left = `${Math.max(4, beside ? box.right + 10 : box.left - 10 - tip.offsetWidth)}px`;
    tip.style.top = `${Math.max(4, Math.min(box.top, innerHeight - tip.offsetHeight - 4))}px`;
  };

  // ---- Cells: heat maps (h), pictures (m), points and levels of lines (h)

  const kinds = ['h', 'm'];
  const cellOf = (key, kind, column, row) => byId(`${key}${kind}-${column}-${row}`);

  const placeOf = target => {
    const match = /^(.+)([hm])-(\d+)-(\d+)$/.exec(target.id || '');
    return match && page.panels[match[1]]
      ? { key: match[1], kind: match[2], column: Number(match[3]), row: Number(match[4]) }
      : null;
  };

  const show = at => {
    clear();
    for (const kind of kinds) {
      const cell = cellOf(at.key, kind, at.column, at.row);
      if (cell) mark(cell);
    }
    const panel = page.panels[at.key];
    tell(panel.texts[at.row * panel.columns + at.column], cellOf(at.key, at.kind, at.column, at.row).getBoundingClientRect());
  };

  const openAt = at => {
    const panel = page.panels[at.key];
    open(panel.cells[at.row * panel.columns + at.column], cellOf(at.key, at.kind, at.column, at.row).getBoundingClientRect());
  };

  for (const [key, panel] of Object.entries(page.panels)) {
    const rows = panel.texts.length / panel.columns;
    for (const kind of kinds) {
      const group = byId(key + kind);
      if (!group) continue;
      const at = { key, kind, column: 0, row: 0 };
      const isThere = (column, row) => column >= 0 && row >= 0 && column < panel.columns && row < rows
        && cellOf(key, kind, column, row);
      // From there on in that direction to the next place that there is.
      const step = (across, up) => {
        let column = at.column + across;
        let row = at.row + up;
        while (column >= 0 && row >= 0 && column < panel.columns && row < rows && !isThere(column, row)) {
          column += across;
          row += up;
        }
        if (isThere(column, row)) Object.assign(at, { column, row });
      };
      const move = () => {
        if (!isThere(at.column, at.row)) step(1, 0);
        if (isThere(at.column, at.row)) show(at);
      };
      group.setAttribute('tabindex', '0');
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', `${panel.title}: arrow keys move from place to place, Enter shows the functions`);
      group.addEventListener('focus', move);
      group.addEventListener('tell', move);
      group.addEventListener('blur', clear);
      group.addEventListener('keydown', event => {
        const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
        if (event.key === 'Enter' || event.key === ' ') {
          if (isThere(at.column, at.row)) openAt(at);
        } else if (event.key === 'Escape') {
          clear();
          return;
        } else if (steps[event.key]) {
          step(...steps[event.key]);
          move();
        } else {
          return;
        }
        event.preventDefault();
      });
      group.addEventListener('pointerleave', clear);
    }
  }

  document.addEventListener('pointermove', event => {
    const at = placeOf(event.target);
    if (at) show(at);
  });
  document.addEventListener('click', event => {
    const at = placeOf(event.target);
    if (at) openAt(at);
  });

  // ---- Legends

  for (const [name, count] of Object.entries(page.legends)) {
    for (let i = 0; i < count; i++) {
      const entry = byId(`${name}k${i}`);
      if (!entry) continue;
      const parts = [...document.querySelectorAll(`[id^="${name}p"][id$="l${i}"]`)]
        .filter(part => part.id.replace(name, '').match(/^p\d+l\d+$/));
      const toggle = () => {
        const off = entry.classList.toggle('off');
        entry.setAttribute('aria-pressed', String(!off));
        parts.forEach(part => part.classList.toggle('hidden', off));
      };
      entry.classList.add('legend');
      entry.setAttribute('tabindex', '0');
      entry.setAttribute('role', 'button');
      entry.setAttribute('aria-pressed', 'true');
      entry.setAttribute('aria-label', `show ${entry.textContent.trim()}`);
      entry.addEventListener('click', toggle);
      entry.addEventListener('keydown', event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        toggle();
      });
    }
  }

  // ---- Scattered points

  const share = ([low, high, logarithmic], value) => logarithmic
    ? Math.log(value / low) / Math.log(high / low)
    : (value - low) / (high - low);

  for (const [name, scatter] of Object.entries(page.points)) {
    const isShown = point => !byId(`${name}k${scatter.groups[point]}`)?.classList.contains('off');
    const textOf = point => [page.cells[scatter.cells[point]].title, `seed ${scatter.seeds[point]}`,
      ...scatter.metrics.map((metric, m) => `${metric} ${scatter.values[m][point] ?? '–'}`)].join('\n');
    for (const [key, [row, column]] of Object.entries(scatter.panels)) {
      const plot = byId(`${key}s`);
      if (!plot) continue;
      const places = scatter.cells.map((_, point) => {
        const x = scatter.values[column][point];
        const y = scatter.values[row][point];
        return x === null || y === null ? null : [share(scatter.scales[column], x), 1 - share(scatter.scales[row], y)];
      });
      const inOrder = places.map((place, point) => point).filter(point => places[point])
        .sort((a, b) => places[a][0] - places[b][0]);
      let current = inOrder[0];
      const showPoint = point => {
        clear();
        const [x, y] = places[point];
        const at = name => Number(plot.getAttribute(name));
        for (let line = 0; line < 2; line++) {
          svgElement('circle', {
            class: 'mark', r: 2.6, cx: at('x') + x * at('width'), cy: at('y') + y * at('height'),
          }, plot.parentNode);
        }
        const box = plot.getBoundingClientRect();
        const left = box.left + x * box.width;
        const top = box.top + y * box.height;
        tell(textOf(point), { left: left - 4, right: left + 4, top });
      };
      const nearest = event => {
        const box = plot.getBoundingClientRect();
        let best = -1;
        let least = 24 ** 2;
        for (const point of inOrder) {
          const dx = box.left + places[point][0] * box.width - event.clientX;
          const dy = box.top + places[point][1] * box.height - event.clientY;
          if (dx * dx + dy * dy < least && isShown(point)) {
            least = dx * dx + dy * dy;
            best = point;
          }
        }
        return best;
      };
      plot.classList.add('plot');
      plot.setAttribute('tabindex', '0');
      plot.setAttribute('role', 'group');
      plot.setAttribute('aria-label', `${scatter.metrics[row]} against ${scatter.metrics[column]}: left and right move from `
        + 'point to point, Enter shows the functions');
      plot.addEventListener('pointermove', event => {
        const point = nearest(event);
        if (point >= 0) showPoint(point);
        else clear();
      });
      plot.addEventListener('pointerleave', clear);
      plot.addEventListener('click', event => {
        const point = nearest(event);
        if (point >= 0) open(scatter.cells[point], plot.getBoundingClientRect());
      });
      plot.addEventListener('focus', () => { if (current !== undefined) showPoint(current); });
      plot.addEventListener('tell', () => { if (current !== undefined) showPoint(current); });
      plot.addEventListener('blur', clear);
      plot.addEventListener('keydown', event => {
        if (current === undefined) return;
        const step = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -10, ArrowUp: 10 }[event.key];
        if (event.key === 'Enter' || event.key === ' ') {
          open(scatter.cells[current], plot.getBoundingClientRect());
        } else if (step) {
          const index = inOrder.indexOf(current) + step;
          current = inOrder[Math.max(0, Math.min(inOrder.length - 1, index))];
          showPoint(current);
        } else {
          return;
        }
        event.preventDefault();
      });
    }
  }

  // ---- The functions of a cell

  const spectrum = (parent, metric, amplitudes) => {
    const width = 190;
    const height = 96;
    const figure = htmlElement('figure', parent);
    const positive = amplitudes.filter(a => a > 0);
    const high = Math.max(...positive, 1e-300);
    const low = Math.max(Math.min(...positive, high), high * 1e-8);
    const svg = svgElement('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `spectrum, ${metric}` }, figure);
    const bottom = height - 16;
    svgElement('rect', { x: 0.5, y: 0.5, width: width - 1, height: bottom - 1, class: 'frame' }, svg);
    const x = k => 6 + (width - 12) * (amplitudes.length > 1 ? k / (amplitudes.length - 1) : 0.5);
    const y = a => bottom - 8 - (bottom - 16) * (high > low ? Math.log(a / low) / Math.log(high / low) : 0.5);
    let path = '';
    let pen = 'M';
    amplitudes.forEach((a, k) => {
      if (a >= low) {
        path += `${pen}${x(k).toFixed(1)},${y(a).toFixed(1)}`;
        pen = 'L';
      } else {
        pen = 'M';
      }
    });
    svgElement('path', { d: path, class: 'spectrum' }, svg);
    svgElement('text', { x: 6, y: height - 4 }, svg).textContent = '1';
    svgElement('text', { x: width - 6, y: height - 4, 'text-anchor': 'end' }, svg).textContent = amplitudes.length;
    htmlElement('figcaption', figure, `${metric}: spectrum`);
  };

  // The box is that of the place: what was opened stays in sight.
  function open(index, box) {
    const cell = page.cells[index];
    if (!cell) return;
    detail.replaceChildren();
    tip.hidden = true;
    const close = htmlElement('button', detail, '×', 'close');
    close.type = 'button';
    close.setAttribute('aria-label', 'close');
    close.addEventListener('click', () => { detail.hidden = true; });
    htmlElement('h2', detail, cell.title);
    const list = htmlElement('dl', detail);
    for (const [metric, text] of cell.measured) {
      htmlElement('dt', list, metric);
      htmlElement('dd', list, text);
    }
    for (const kept of cell.kept) {
      const section = htmlElement('div', detail, '', 'kept');
      const figure = htmlElement('figure', section);
      const image = htmlElement('img', figure);
      image.alt = `function of seed ${kept.seed}`;
      image.src = `data:image/png;base64,${kept.image}`;
      htmlElement('figcaption', figure, `seed ${kept.seed}, x₁ to the right, x₂ up`);
      for (const [metric, amplitudes] of kept.spectra) spectrum(section, metric, amplitudes);
    }
    if (cell.kept.length === 0) {
      htmlElement('p', detail, page.noFunction);
    } else if (cell.kept.some(kept => kept.spectra.length > 0)) {
      htmlElement('p', detail, 'Spectra: amplitude, logarithmic, against frequency or order.', 'caption');
    }
    detail.hidden = false;
    detail.scrollTop = 0;
    const covered = box.right > innerWidth - detail.offsetWidth;
    detail.classList.toggle('left', covered && box.left > detail.offsetWidth);
  }

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') detail.hidden = true;
  });
  // A scrolled page moves places away from what was told of them; the focused one is told of again.
  document.addEventListener('scroll', () => {
    clear();
    document.activeElement?.dispatchEvent(new CustomEvent('tell'));
  }, { passive: true });
})();
