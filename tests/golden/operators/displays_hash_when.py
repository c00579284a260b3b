log=[]
class K:
    def __init__(s,n): s.n=n; log.append(n)
    def __hash__(s): log.append(f'h{s.n}'); return s.n // 4
    def __eq__(s,o): log.append(f'{s.n}={o.n}'); return s.n==o.n
def v(n): log.append(f'v{n}'); return n



def show(src):
    log.clear()
    try: exec(src, globals())
    except Exception as e: log.append(type(e).__name__)
    print(len(log), ' '.join(map(str,log)))
for n in (1, 3, 15, 16, 17, 18, 33, 35):
    show('x={' + ', '.join(f'K({i}): v({i})' for i in range(n)) + '}')
show('x={K(0):v(0), **{}, K(1):v(1), K(2):v(2)}')
show('x={**{K(0):v(0)}, K(0):v(1), K(2):v(2)}')
show('x={**{K(0):v(0)}, **{K(0):v(1)}, K(2):v(2)}')
show('x={K(0):v(0), K(1):v(1), **{K(0):v(1)}, K(2):v(2), **5, K(6):v(6)}')
show('x={' + ', '.join(f'K({i}): v({i})' for i in range(16)) + ', **{K(99):1},'+', '.join(f'K({i}): v({i})' for i in range(16))+'}')
for n in (2, 30, 31):
    show('x={' + ', '.join(f'K({i})' for i in range(n)) + '}')
show('x={K(0), K(1), *[K(2)], K(3), K(4)}')
show('x={*[K(2)], K(3), K(4)}')
show('x={K(1), *5, K(3), K(4)}')
show('x={[]: 1, K(2): v(3)}')
show('x={1: K(1), 2: K(2), 1: K(3)}')
show('x={"a": K(1), "b": [][0], "c": K(3)}')
show('x={' + ', '.join(f'K({i}): v({i})' for i in range(5)) + ', []: 1, K(9): 2}')
show('f=lambda **k: k; x=f(**{"a":K(1)}, **{"b": K(2), "c": K(3)}, d=K(4))')
