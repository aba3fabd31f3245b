document.addEventListener('click',e=>{const b=e.target.closest('button[data-copy]');if(!b)return;
const t=document.getElementById(b.dataset.copy);t.select();let ok=false;try{ok=document.execCommand('copy')}catch(x){ok=false}
const w=b.dataset.words||b.textContent;b.dataset.words=w;const d=document.body.dataset;b.textContent=ok?d.copied:d.press;
setTimeout(()=>{b.textContent=w},2500)});
